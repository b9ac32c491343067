import sharp, { type Sharp } from 'sharp';

export interface PaintOptions {
  /** Another seed, another picture. Default 1. */
  seed?: number;
  width?: number;
  height?: number;
}

/** A picture with shapes, shades and grain, as a photograph has; the same seed paints the same. */
export function paintPicture({ seed = 1, width = 1200, height = 900 }: PaintOptions = {}): Sharp {
  const random = createRandom(seed);
  const colour = () => `hsl(${Math.floor(random() * 360)} ${30 + random() * 60}% ${20 + random() * 60}%)`;
  const shapes = Array.from({ length: 24 }, (_, index) => {
    const size = Math.min(width, height) * (0.05 + random() * 0.35);
    const [x, y] = [random() * width, random() * height];
    return index % 2 === 0
      ? `<circle cx="${x}" cy="${y}" r="${size / 2}" fill="${colour()}"/>`
      : `<rect x="${x}" y="${y}" width="${size}" height="${size * random()}" fill="${colour()}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x2="1" y2="1"><stop stop-color="${colour()}"/><stop offset="1" stop-color="${colour()}"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten().removeAlpha();
}

/** The bytes that a pipeline ends in, as people would send them. */
export const toBytes = async (picture: Sharp): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await picture.toBuffer());

/** Mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
