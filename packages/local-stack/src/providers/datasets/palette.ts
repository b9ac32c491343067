import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type Oklab, toHex, toOklab } from '../paint/colour.ts';

const sampleSide = 48;
const maxColours = 5;
/** In Oklab: how different two colours of a palette are at least. */
const leastDistance = 0.12;

interface Bucket {
  red: number;
  green: number;
  blue: number;
  count: number;
}

/** Finds the dominant colours of pictures that are added one after another; their order does not matter. */
export function createPaletteCollector() {
  const buckets = new Map<number, Bucket>();
  return {
    /** Throws where the bytes are no picture. */
    async add(picture: Uint8Array): Promise<void> {
      addPixels(buckets, await samplePixels(picture));
    },
    /** As `#rrggbb`, the strongest first. */
    palette(): string[] {
      return pickColours([...buckets.values()]);
    },
  };
}

/** Every pixel counts: each picture is shrunk to the same small square, so that large ones do not weigh more. */
function samplePixels(picture: Uint8Array): Promise<Buffer> {
  return sharp(picture)
    .resize(sampleSide, sampleSide, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
}

function addPixels(buckets: Map<number, Bucket>, pixels: Buffer): void {
  for (let index = 0; index + 2 < pixels.length; index += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(index, index + 3);
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4);
    const bucket = buckets.get(key) ?? { red: 0, green: 0, blue: 0, count: 0 };
    bucket.red += red;
    bucket.green += green;
    bucket.blue += blue;
    bucket.count += 1;
    buckets.set(key, bucket);
  }
}

function pickColours(buckets: Bucket[]): string[] {
  const candidates = buckets
    .map(({ red, green, blue, count }) => {
      const hex = toHex(red / count, green / count, blue / count);
      const oklab = toOklab(hex);
      return { hex, oklab, score: count * (0.03 + chroma(oklab)) };
    })
    .sort((one, other) => other.score - one.score || one.hex.localeCompare(other.hex));
  const picked: typeof candidates = [];
  for (const candidate of candidates) {
    if (picked.length === maxColours) break;
    if (picked.every(({ oklab }) => distance(oklab, candidate.oklab) >= leastDistance))
      picked.push(candidate);
  }
  return picked.map(({ hex }) => hex);
}

/** Colours say more about a brand than the greys around them. */
const chroma = ({ a, b }: Oklab) => Math.hypot(a, b);
const distance = (one: Oklab, other: Oklab) =>
  Math.hypot(one.lightness - other.lightness, one.a - other.a, one.b - other.b);

/** A consonant, a digit and a consonant: short, legible, and never a word. */
export function toMark(palette: readonly string[]): string {
  const hash = createHash('sha256').update(palette.join()).digest();
  const letters = 'BCDFGHKLMNPRSTVWXZ';
  const digits = '2345679';
  return [letters, digits, letters]
    .map((signs, index) => signs.charAt((hash[index] ?? 0) % signs.length))
    .join('');
}
