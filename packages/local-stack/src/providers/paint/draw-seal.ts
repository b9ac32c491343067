import { svg } from './canvas.ts';
import { mix } from './colour.ts';
import type { Scheme, UsedLora } from './scheme.ts';
import { drawText } from './text/draw-text.ts';

/** A LoRA's sign: its mark within a ring of its palette. Whoever knows a brand sees at once whose model this was. */
export function drawSeal(
  { traits }: UsedLora,
  scheme: Scheme,
  place: { x: number; y: number; radius: number },
): string {
  const { x, y, radius } = place;
  const ring = traits.palette.map((colour, index) => {
    const part = (2 * Math.PI) / traits.palette.length;
    return arc(place, radius * 0.86, index * part - Math.PI / 2, part, colour, radius * 0.17);
  });
  const size = (radius * 1.42) / Math.max(3, traits.mark.length);
  const mark = drawText(
    traits.mark,
    { x, y: y + size / 2, anchor: 'middle' },
    { size, colour: scheme.ink, weight: 1.1 },
  );
  return [
    `<circle cx="${svg(x)}" cy="${svg(y)}" r="${svg(radius)}" fill="${scheme.paper}" stroke="${mix(scheme.ink, scheme.paper, 0.2)}" stroke-opacity="0.25" stroke-width="${svg(radius / 30)}"/>`,
    ...ring,
    mark,
  ].join('');
}

function arc(
  { x, y }: { x: number; y: number },
  radius: number,
  start: number,
  part: number,
  colour: string,
  breadth: number,
): string {
  // A whole ring is two halves: an arc that ends where it begins is nothing.
  if (part > Math.PI) {
    return [start, start + Math.PI]
      .map((from) => arc({ x, y }, radius, from, Math.PI, colour, breadth))
      .join('');
  }
  const at = (angle: number) => `${svg(x + Math.cos(angle) * radius)} ${svg(y + Math.sin(angle) * radius)}`;
  return `<path d="M${at(start)}A${svg(radius)} ${svg(radius)} 0 0 1 ${at(start + part)}" fill="none" stroke="${colour}" stroke-width="${svg(breadth)}"/>`;
}
