import { type Canvas, svg } from '../canvas.ts';
import { mix } from '../colour.ts';

/** Broad bands that sweep through the picture side by side. */
export function paintRibbons({ width, height, scheme, random, definitions }: Canvas): string {
  const isDark = random.chance(0.45);
  const ground = isDark
    ? [mix(scheme.ink, scheme.main, 0.1), mix(scheme.ink, '#000000', 0.3)]
    : [scheme.paper, mix(scheme.paper, scheme.main, 0.22)];
  const side = Math.max(width, height);
  const bands = random.whole(7, 11);
  const band = (side * random.between(0.5, 0.62)) / bands;
  const bend = random.between(0.2, 0.5) * (random.chance(0.5) ? 1 : -1);
  const start = random.between(0.1, 0.25);
  const paths = Array.from({ length: bands }, (_, index) => {
    const colour = scheme.pick(random);
    const offset = index * band;
    const stroke = definitions.linear(
      random.between(-20, 40),
      mix(colour, scheme.paper, 0.35),
      colour,
      mix(colour, scheme.ink, 0.45),
    );
    const from = start * height + offset;
    const path = `M${svg(-0.1 * width)} ${svg(from + 0.25 * side * bend)}C${svg(0.3 * width)} ${svg(from - side * bend)} ${svg(0.62 * width)} ${svg(from + side * bend)} ${svg(1.1 * width)} ${svg(from - 0.25 * side * bend)}`;
    return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${svg(band * 1.02)}"/><path d="${path}" transform="translate(0 ${svg(-band * 0.46)})" fill="none" stroke="#ffffff" stroke-opacity="0.22" stroke-width="${svg(side / 500)}"/>`;
  });
  return `<rect width="${width}" height="${height}" fill="${definitions.linear(65, ...ground)}"/>${paths.join('')}`;
}
