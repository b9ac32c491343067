import { type Canvas, svg } from '../canvas.ts';
import { mix, toOklab } from '../colour.ts';

type Tile = (size: number, colour: string, ground: string) => string;

/** What a tile may show, in a square of this size that begins at 0, 0. */
const tiles: readonly [Tile, ...Tile[]] = [
  (size, colour) =>
    `<path d="M0 0H${svg(size)}A${svg(size)} ${svg(size)} 0 0 1 0 ${svg(size)}Z" fill="${colour}"/>`,
  (size, colour) =>
    `<path d="M0 0A${svg(size / 2)} ${svg(size / 2)} 0 0 0 ${svg(size)} 0Z" fill="${colour}"/><path d="M0 ${svg(size / 2)}A${svg(size / 2)} ${svg(size / 2)} 0 0 0 ${svg(size)} ${svg(size / 2)}Z" fill="${colour}"/>`,
  (size, colour, ground) =>
    [0.5, 0.36, 0.22, 0.08]
      .map(
        (radius, index) =>
          `<circle cx="${svg(size / 2)}" cy="${svg(size / 2)}" r="${svg(radius * size)}" fill="${index % 2 ? ground : colour}"/>`,
      )
      .join(''),
  (size, colour) =>
    Array.from(
      { length: 4 },
      (_, index) =>
        `<rect y="${svg((index * size) / 4)}" width="${svg(size)}" height="${svg(size / 8)}" fill="${colour}"/>`,
    ).join(''),
  (size, colour) => `<path d="M0 ${svg(size)}L${svg(size)} 0V${svg(size)}Z" fill="${colour}"/>`,
  (size, colour, ground) =>
    [1, 0.75, 0.5, 0.25]
      .map(
        (radius, index) =>
          `<path d="M0 0H${svg(radius * size)}A${svg(radius * size)} ${svg(radius * size)} 0 0 1 0 ${svg(radius * size)}Z" fill="${index % 2 ? ground : colour}"/>`,
      )
      .join(''),
  (size, colour) =>
    Array.from(
      { length: 9 },
      (_, index) =>
        `<circle cx="${svg((size * ((index % 3) + 0.5)) / 3)}" cy="${svg((size * (Math.floor(index / 3) + 0.5)) / 3)}" r="${svg(size / 11)}" fill="${colour}"/>`,
    ).join(''),
  (size, colour) =>
    `<circle cx="${svg(size / 2)}" cy="${svg(size / 2)}" r="${svg(size / 2)}" fill="${colour}"/>`,
];

/** A grid of plain geometry, some tiles twice as large. */
export function paintTiles({ width, height, scheme, random }: Canvas): string {
  const across = random.whole(4, 6);
  const size = Math.min(width, height) / across;
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const taken = new Set<string>();
  const grounds = [scheme.paper, scheme.paper, mix(scheme.paper, scheme.main, 0.2), scheme.ink] as const;
  const place = (column: number, row: number): string => {
    if (taken.has(`${column} ${row}`)) return '';
    const span = column + 1 < columns && row + 1 < rows && random.chance(0.16) ? 2 : 1;
    for (let right = 0; right < span; right++) {
      for (let down = 0; down < span; down++) taken.add(`${column + right} ${row + down}`);
    }
    const ground = random.chance(0.3) ? scheme.pick(random) : random.one(grounds);
    const colour = contrast(ground, () => scheme.pick(random), scheme);
    const side = size * span;
    const turn = `rotate(${random.whole(0, 3) * 90} ${svg(side / 2)} ${svg(side / 2)})`;
    return `<g transform="translate(${svg(column * size)} ${svg(row * size)})"><rect width="${svg(side + 0.5)}" height="${svg(side + 0.5)}" fill="${ground}"/><g transform="${turn}">${random.one(tiles)(side, colour, ground)}</g></g>`;
  };
  const all: string[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) all.push(place(column, row));
  }
  return `<rect width="${width}" height="${height}" fill="${scheme.paper}"/>${all.join('')}`;
}

/** A colour that can be told from the ground. */
function contrast(ground: string, pick: () => string, { ink, paper }: Canvas['scheme']): string {
  const { lightness } = toOklab(ground);
  const colour = pick();
  if (Math.abs(toOklab(colour).lightness - lightness) > 0.12) return colour;
  return lightness > 0.6 ? ink : paper;
}
