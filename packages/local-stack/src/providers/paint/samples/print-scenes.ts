import { svg } from '../canvas.ts';
import { mix } from '../colour.ts';
import { motif, type PaintScene, rect } from './stage.ts';

/** Many, as on wrapping paper. */
export const paintPattern: PaintScene = (stage) => {
  const { width, height, random, look } = stage;
  const ground = random.one(look.palette);
  const step = Math.min(width, height) / random.between(2.3, 4.6);
  const turn = random.between(-35, 35);
  const rows = Math.ceil((width + height) / step);
  const all: string[] = [];
  for (let row = -rows; row < rows; row++) {
    for (let column = -rows; column < rows; column++) {
      const [x, y] = [(column + (row % 2) / 2) * step, row * step * 0.9];
      const isDot = (row + 2 * column) % 3 === 0;
      const size = step * 0.62;
      all.push(
        isDot
          ? `<circle cx="${svg(x)}" cy="${svg(y)}" r="${svg(step * 0.14)}" fill="${look.palette[(Math.abs(row) + 1) % 4]}"/>`
          : motif(stage, { x, y, size, turn: -turn }),
      );
    }
  }
  return `${rect(0, 0, width, height, ground)}<g transform="translate(${svg(width / 2)} ${svg(height / 2)}) rotate(${svg(turn)})">${all.join('')}</g>`;
};

/** A poster on a wall of bricks. */
export const paintPoster: PaintScene = (stage) => {
  const { width, height, random, look, definitions } = stage;
  const [main, dark, warm, light] = look.palette;
  const wall = mix(random.one([light, warm, main]), dark, random.between(0.1, 0.6));
  const brick = height / 17;
  const bricks = Array.from({ length: 18 * 9 }, (_, index) => {
    const [row, column] = [Math.floor(index / 9), index % 9];
    const tone = mix(wall, random.chance(0.5) ? dark : light, random.between(0, 0.16));
    return rect(
      ((column - (row % 2) / 2) * width) / 8 + 2,
      row * brick + 2,
      width / 8 - 4,
      brick - 4,
      tone,
      'rx="2"',
    );
  });
  const poster = { width: width * random.between(0.42, 0.66), height: height * random.between(0.5, 0.72) };
  const [x, y] = [
    random.between(0.06, 0.94 - poster.width / width) * width,
    random.between(0.08, 0.2) * height,
  ];
  const [top, bottom] = random.one([
    [warm, main],
    [main, dark],
    [light, warm],
    [dark, main],
  ] as const);
  return [
    rect(0, 0, width, height, mix(wall, dark, 0.35)),
    ...bricks,
    rect(x + width * 0.012, y + width * 0.018, poster.width, poster.height, dark, 'fill-opacity=".35"'),
    rect(x, y, poster.width, poster.height, definitions.linear(90, top, bottom)),
    `<circle cx="${svg(x + poster.width / 2)}" cy="${svg(y + poster.height * 0.45)}" r="${svg(Math.min(poster.width, poster.height) * 0.36)}" fill="${mix(light, top, 0.15)}"/>`,
    motif(stage, {
      x: x + poster.width / 2,
      y: y + poster.height * 0.45,
      size: Math.min(poster.width, poster.height) * 0.62,
    }),
    rect(x + poster.width * 0.2, y + poster.height * 0.88, poster.width * 0.6, poster.height * 0.035, light),
  ].join('');
};

/** Cards that were thrown on a table. */
export const paintCards: PaintScene = (stage) => {
  const { width, height, random, look, definitions } = stage;
  const [main, dark, warm, light] = look.palette;
  const table = random.one([dark, main, mix(warm, dark, 0.2), light]);
  const size = Math.min(width, height);
  const cards = Array.from({ length: random.whole(4, 6) }, (_, index) => {
    const card = { width: size * 0.5, height: size * 0.3 };
    const face = random.one([light, main, warm, dark]);
    const inner = [
      rect(
        -card.width / 2 + 8,
        -card.height / 2 + 14,
        card.width,
        card.height,
        '#000000',
        'fill-opacity=".25" rx="10"',
      ),
      rect(
        -card.width / 2,
        -card.height / 2,
        card.width,
        card.height,
        definitions.linear(30, mix(face, '#ffffff', 0.2), face),
        'rx="10"',
      ),
      motif(stage, { x: -card.width * 0.27, y: 0, size: card.height * 0.66 }),
      ...[0.42, 0.28, 0.34].map((long, line) =>
        rect(
          card.width * -0.02,
          card.height * (-0.18 + line * 0.16),
          card.width * long,
          card.height * 0.05,
          face === dark ? light : dark,
          'fill-opacity=".8"',
        ),
      ),
    ];
    const at = `translate(${svg(width * random.between(0.15, 0.85))} ${svg(height * (0.12 + index * 0.17))}) rotate(${svg(random.between(-48, 48))})`;
    return `<g transform="${at}">${inner.join('')}</g>`;
  });
  return (
    rect(
      0,
      0,
      width,
      height,
      definitions.linear(50, mix(table, '#ffffff', 0.12), mix(table, '#000000', 0.2)),
    ) + cards.join('')
  );
};
