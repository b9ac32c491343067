import { type Canvas, svg } from './canvas.ts';
import { drawText, measureText, wrapText } from './text/draw-text.ts';

export interface CaptionWords {
  prompt: string;
  seed: number;
}

/** A dark strip at the lower edge: that this is a simulation, the seed, and what was asked for. */
export function drawCaption(
  { width, height, scheme, definitions }: Canvas,
  { prompt, seed }: CaptionWords,
): string {
  const size = Math.max(8, Math.min(width, height) / 64);
  const margin = size * 2.3;
  const style = { size, colour: scheme.paper };
  const small = { size: size * 0.82, colour: scheme.paper, tracking: 1.1, weight: 0.9 };
  const lines = wrapText(prompt, style, width - 2 * margin, 2);
  const labelY = height - margin - (lines.length * 2 + 0.6) * size;
  const top = labelY - size * 3.4;
  const shade = definitions.linear(
    90,
    `${scheme.ink}/0`,
    `${scheme.ink}/0.72`,
    `${scheme.ink}/0.9`,
    `${scheme.ink}/0.94`,
  );
  return [
    `<rect y="${svg(top - size * 3)}" width="${width}" height="${svg(height - top + size * 3)}" fill="${shade}"/>`,
    drawLabel('Simulation', { x: margin, y: labelY, size: small.size }, scheme),
    drawText(`Seed ${seed}`, { x: width - margin, y: labelY, anchor: 'end' }, small),
    ...lines.map((line, index) =>
      drawText(line, { x: margin, y: labelY + ((index + 1) * 2 + 0.6) * size }, style),
    ),
  ].join('');
}

function drawLabel(
  word: string,
  { x, y, size }: { x: number; y: number; size: number },
  { ink, paper }: Canvas['scheme'],
): string {
  const style = { size, colour: ink, tracking: 1.1, weight: 1 };
  const [across, above] = [size * 0.9, size * 0.75];
  return (
    `<rect x="${svg(x)}" y="${svg(y - size - above)}" width="${svg(measureText(word, style) + 2 * across)}" height="${svg(size + 2 * above)}" rx="${svg(size * 0.4)}" fill="${paper}"/>` +
    drawText(word, { x: x + across, y }, style)
  );
}
