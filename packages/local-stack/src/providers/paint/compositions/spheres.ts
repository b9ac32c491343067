import { type Canvas, svg } from '../canvas.ts';
import { mix } from '../colour.ts';

/** Lit balls among thin orbits. */
export function paintSpheres({ width, height, scheme, random, definitions }: Canvas): string {
  const isDark = random.chance(0.5);
  const ground = isDark ? mix(scheme.ink, scheme.main, 0.12) : mix(scheme.paper, scheme.main, 0.08);
  const edge = isDark ? mix(scheme.ink, '#000000', 0.35) : mix(scheme.paper, scheme.main, 0.4);
  const side = Math.min(width, height);
  const centre = { x: random.between(0.35, 0.65) * width, y: random.between(0.36, 0.54) * height };
  const line = isDark ? scheme.paper : scheme.ink;
  const orbits = [0.3, 0.43, 0.58, 0.75].map((share) => {
    const tilt = random.between(-28, 28);
    return `<ellipse cx="${svg(centre.x)}" cy="${svg(centre.y)}" rx="${svg(share * side)}" ry="${svg(share * side * random.between(0.55, 0.95))}" transform="rotate(${svg(tilt)} ${svg(centre.x)} ${svg(centre.y)})" fill="none" stroke="${line}" stroke-opacity="0.32" stroke-width="${svg(side / 600)}"/>`;
  });
  const ball = (x: number, y: number, radius: number, colour: string) => {
    const shade = isDark ? mix(colour, scheme.ink, 0.82) : mix(colour, scheme.ink, 0.5);
    const fill = definitions.radial(0.32, 0.26, mix(colour, '#ffffff', 0.62), colour, shade);
    const shadow = definitions.glow(scheme.ink, 0.75);
    return (
      `<ellipse cx="${svg(x + radius * 0.16)}" cy="${svg(y + radius * 0.3)}" rx="${svg(radius * 1.4)}" ry="${svg(radius * 1.4)}" fill="${shadow}"/>` +
      `<circle cx="${svg(x)}" cy="${svg(y)}" r="${svg(radius)}" fill="${fill}"/>`
    );
  };
  const around = Array.from({ length: random.whole(6, 9) }, (_, index) => {
    const angle = index * 2.4 + random.between(-0.3, 0.3);
    const distance = side * random.between(0.26, 0.6);
    return {
      x: centre.x + Math.cos(angle) * distance,
      y: centre.y + Math.sin(angle) * distance * 0.85,
      radius: side * random.between(0.025, 0.1),
    };
  });
  return [
    `<rect width="${width}" height="${height}" fill="${definitions.radial(centre.x / width, centre.y / height, ground, edge)}"/>`,
    ...orbits,
    ball(centre.x, centre.y, side * random.between(0.19, 0.25), scheme.main),
    ...around.map(({ x, y, radius }) => ball(x, y, radius, scheme.pick(random))),
  ].join('');
}
