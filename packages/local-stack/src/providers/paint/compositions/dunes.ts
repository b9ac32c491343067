import { type Canvas, svg } from '../canvas.ts';
import { mix } from '../colour.ts';

/** Layers of hills under a low sun. */
export function paintDunes({ width, height, scheme, random, definitions }: Canvas): string {
  const isNight = random.chance(0.4);
  const sky = isNight
    ? [scheme.ink, mix(scheme.ink, scheme.main, 0.55), mix(scheme.main, scheme.paper, 0.25)]
    : [mix(scheme.paper, scheme.main, 0.45), mix(scheme.paper, scheme.main, 0.12), scheme.paper];
  const sun = { x: random.between(0.3, 0.8) * width, y: random.between(0.2, 0.38) * height };
  const radius = Math.min(width, height) * random.between(0.11, 0.2);
  const sunColour = mix(scheme.pick(random), scheme.paper, isNight ? 0.75 : 0.1);
  const glow = definitions.glow(sunColour, 0.7);
  const layers = random.whole(5, 7);
  const ground = Array.from({ length: layers }, (_, index) => {
    const share = index / (layers - 1);
    const colour = mix(
      mix(scheme.pick(random), sky[2] ?? scheme.paper, 0.5 * (1 - share)),
      scheme.ink,
      0.5 * share ** 2,
    );
    const fill = definitions.linear(
      90,
      mix(colour, scheme.paper, 0.14),
      colour,
      mix(colour, scheme.ink, 0.35),
    );
    const line = ridge({ width, height, random }, 0.42 + share * 0.42, 0.09 - share * 0.03);
    return `<path d="${line}V${height}H0Z" fill="${fill}"/><path d="${line}" fill="none" stroke="${mix(colour, scheme.paper, 0.5)}" stroke-opacity="0.5" stroke-width="${svg(height / 700)}"/>`;
  });
  return [
    `<rect width="${width}" height="${height}" fill="${definitions.linear(90, ...sky)}"/>`,
    `<circle cx="${svg(sun.x)}" cy="${svg(sun.y)}" r="${svg(radius * 3.2)}" fill="${glow}"/>`,
    `<circle cx="${svg(sun.x)}" cy="${svg(sun.y)}" r="${svg(radius)}" fill="${definitions.linear(90, mix(sunColour, '#ffffff', 0.5), sunColour)}"/>`,
    ...ground,
  ].join('');
}

/** A soft line from edge to edge around a height, both given as shares of the picture's. */
function ridge(
  { width, height, random }: Pick<Canvas, 'width' | 'height' | 'random'>,
  at: number,
  by: number,
): string {
  const hills = random.whole(2, 4);
  const step = width / hills;
  const levels = Array.from({ length: hills + 1 }, () => (at + random.between(-by, by)) * height);
  const curves = levels.slice(1).map((level, index) => {
    const before = levels[index] ?? level;
    const from = index * step;
    return `C${svg(from + step * 0.45)} ${svg(before)} ${svg(from + step * 0.55)} ${svg(level)} ${svg(from + step)} ${svg(level)}`;
  });
  return `M0 ${svg(levels[0] ?? 0)}${curves.join('')}`;
}
