import { svg } from '../canvas.ts';
import { mix } from '../colour.ts';
import { motif, type PaintScene, rect, shadow } from './stage.ts';

/** One on a plinth, in the light of a lamp. */
export const paintPlinth: PaintScene = (stage) => {
  const { width, height, random, look, definitions, round } = stage;
  const [, dark, , light] = look.palette;
  const wall = look.palette[(round + 2) % 4] ?? light;
  const floorY = height * random.between(0.62, 0.75);
  const size = height * ([0.52, 0.4, 0.6][round % 3] ?? 0.5);
  const x = width * (([0.5, 0.3, 0.7][round % 3] ?? 0.5) + random.between(-0.05, 0.05));
  const plinth = size * 0.46;
  return [
    rect(
      0,
      0,
      width,
      height,
      definitions.radial(x / width, 0.35, mix(wall, '#ffffff', 0.35), wall, mix(wall, dark, 0.45)),
    ),
    rect(
      0,
      floorY,
      width,
      height - floorY,
      definitions.linear(90, mix(wall, dark, 0.35), mix(wall, light, 0.25)),
    ),
    shadow(stage, x, floorY + plinth * 0.55, plinth * 1.9, plinth * 0.35),
    rect(
      x - plinth,
      floorY,
      plinth * 2,
      plinth * 0.6,
      definitions.linear(0, mix(light, dark, 0.3), light, mix(light, dark, 0.45)),
    ),
    `<ellipse cx="${svg(x)}" cy="${svg(floorY)}" rx="${svg(plinth)}" ry="${svg(plinth * 0.2)}" fill="${mix(light, '#ffffff', 0.4)}"/>`,
    shadow(stage, x, floorY, plinth * 0.75, plinth * 0.14),
    motif(stage, { x, y: floorY - size * 0.49, size }),
  ].join('');
};

/** Two of different size before two colours. */
export const paintPair: PaintScene = (stage) => {
  const { width, height, random, look, definitions } = stage;
  const [main, dark, warm, light] = look.palette;
  const cut = width * random.between(0.3, 0.7);
  const lean = width * random.between(-0.22, 0.22);
  const [one, other] = random.one([
    [warm, light],
    [light, main],
    [dark, warm],
    [main, dark],
  ] as const);
  const big = height * random.between(0.6, 0.72);
  const small = big * random.between(0.5, 0.65);
  return [
    rect(0, 0, width, height, definitions.linear(100, mix(one, '#ffffff', 0.2), mix(one, dark, 0.2))),
    `<path d="M${svg(cut + lean)} 0H${width}V${height}H${svg(cut - lean)}Z" fill="${definitions.linear(80, other, mix(other, dark, 0.3))}"/>`,
    shadow(stage, cut - width * 0.14, height * 0.5 + big * 0.47, big * 0.4, big * 0.09),
    motif(stage, { x: cut - width * 0.16, y: height * 0.5, size: big, turn: random.between(-6, 6) }),
    shadow(stage, cut + width * 0.2, height * 0.56 + big * 0.4, small * 0.4, small * 0.09),
    motif(stage, {
      x: cut + width * 0.2,
      y: height * 0.5 + big * 0.5 - small * 0.5,
      size: small,
      turn: random.between(-9, 9),
    }),
  ].join('');
};

/** So near that it is cut off. */
export const paintCloseUp: PaintScene = (stage) => {
  const { width, height, random, look, definitions } = stage;
  const [main, dark, warm, light] = look.palette;
  const ground = random.one([warm, light, main, dark]);
  const stripes = Array.from({ length: 12 }, (_, index) =>
    rect(
      -width,
      (index * height) / 6 - height * 0.5,
      width * 3,
      height / 12,
      mix(ground, index % 2 ? light : dark, 0.22),
    ),
  );
  return [
    rect(0, 0, width, height, definitions.linear(random.between(0, 180), ground, mix(ground, dark, 0.35))),
    `<g transform="rotate(${svg(random.between(-60, 60))} ${svg(width / 2)} ${svg(height / 2)})">${stripes.join('')}</g>`,
    motif(stage, {
      x: width * random.between(0.3, 0.7),
      y: height * random.between(0.45, 0.6),
      size: height * random.between(1.15, 1.6),
      turn: random.between(-40, 40),
    }),
  ].join('');
};

/** Shelves in a shop. */
export const paintShelves: PaintScene = (stage) => {
  const { width, height, random, look, definitions, round } = stage;
  const [main, dark, warm, light] = look.palette;
  const wall = random.one([dark, light, mix(main, dark, 0.5), warm]);
  const rows = 2 + (round % 2);
  const shelves = Array.from({ length: rows }, (_, row) => {
    const y = ((row + 0.92) * height) / rows;
    const room = height / rows;
    const count = random.whole(2, 5);
    const goods = Array.from({ length: count }, (_, index) => {
      const size = room * random.between(0.5, 0.78);
      return motif(stage, { x: ((index + random.between(0.4, 0.6)) * width) / count, y: y - size / 2, size });
    });
    return (
      goods.join('') +
      rect(0, y, width, room * 0.07, definitions.linear(90, mix(light, warm, 0.3), mix(dark, light, 0.3)))
    );
  });
  return (
    rect(
      0,
      0,
      width,
      height,
      definitions.radial(
        random.between(0.2, 0.8),
        0.2,
        mix(wall, '#ffffff', 0.28),
        wall,
        mix(wall, '#000000', 0.35),
      ),
    ) + shelves.join('')
  );
};

/** Large plain shapes, and one in front. */
export const paintShapes: PaintScene = (stage) => {
  const { width, height, random, look, definitions } = stage;
  const [main, dark, , light] = look.palette;
  const ground = random.one([light, mix(main, light, 0.7), dark]);
  const side = Math.min(width, height);
  const shapes = Array.from({ length: 5 }, () => {
    const [x, y, size] = [
      random.between(0, 1) * width,
      random.between(0, 1) * height,
      side * random.between(0.16, 0.36),
    ];
    const colour = random.one(look.palette);
    const fill = definitions.linear(
      random.between(0, 180),
      mix(colour, '#ffffff', 0.2),
      colour,
      mix(colour, dark, 0.3),
    );
    return random.chance(0.5)
      ? `<circle cx="${svg(x)}" cy="${svg(y)}" r="${svg(size)}" fill="${fill}"/>`
      : rect(
          x - size,
          y - size / 2,
          size * 2,
          size,
          fill,
          `transform="rotate(${svg(random.between(0, 180))} ${svg(x)} ${svg(y)})" rx="${svg(size / 2)}"`,
        );
  });
  const size = side * random.between(0.5, 0.7);
  const [x, y] = [width * random.between(0.3, 0.7), height * random.between(0.42, 0.58)];
  return [
    rect(0, 0, width, height, definitions.linear(70, mix(ground, '#ffffff', 0.15), mix(ground, main, 0.18))),
    ...shapes,
    shadow(stage, x + size * 0.06, y + size * 0.1, size * 0.8, size * 0.8),
    motif(stage, { x, y, size, turn: random.between(-14, 14) }),
  ].join('');
};
