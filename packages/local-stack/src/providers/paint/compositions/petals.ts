import { type Canvas, svg } from '../canvas.ts';
import { mix } from '../colour.ts';

/** Rings of clear leaves around a centre, one over another. */
export function paintPetals({ width, height, scheme, random, definitions }: Canvas): string {
  const isDark = random.chance(0.4);
  const ground = isDark ? mix(scheme.ink, scheme.main, 0.15) : scheme.paper;
  const edge = isDark ? mix(scheme.ink, '#000000', 0.4) : mix(scheme.paper, scheme.main, 0.3);
  const side = Math.min(width, height);
  const centre = { x: width * random.between(0.42, 0.58), y: height * random.between(0.42, 0.5) };
  const rings = [0.62, 0.46, 0.32, 0.2].map((share) => {
    const count = random.whole(8, 14);
    const colour = scheme.pick(random);
    const length = share * side;
    const breadth = ((length * Math.PI) / count) * random.between(0.55, 0.8);
    const turn = random.between(0, 360);
    const fill = definitions.linear(
      90,
      `${mix(colour, scheme.paper, 0.25)}/0.95`,
      `${colour}/0.88`,
      `${mix(colour, scheme.ink, 0.45)}/0.8`,
    );
    const petal = `M0 0C${svg(breadth)} ${svg(-length * 0.35)} ${svg(breadth)} ${svg(-length * 0.8)} 0 ${svg(-length)}C${svg(-breadth)} ${svg(-length * 0.8)} ${svg(-breadth)} ${svg(-length * 0.35)} 0 0Z`;
    return Array.from(
      { length: count },
      (_, index) =>
        `<path d="${petal}" transform="translate(${svg(centre.x)} ${svg(centre.y)}) rotate(${svg(turn + (360 * index) / count)})" fill="${fill}" stroke="${scheme.paper}" stroke-opacity="0.35" stroke-width="${svg(side / 700)}"/>`,
    ).join('');
  });
  const heart = definitions.radial(
    0.4,
    0.35,
    mix(scheme.main, '#ffffff', 0.7),
    scheme.main,
    mix(scheme.main, scheme.ink, 0.5),
  );
  return [
    `<rect width="${width}" height="${height}" fill="${definitions.radial(0.5, 0.45, ground, edge)}"/>`,
    ...rings,
    `<circle cx="${svg(centre.x)}" cy="${svg(centre.y)}" r="${svg(side * 0.055)}" fill="${heart}"/>`,
  ].join('');
}
