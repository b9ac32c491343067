import type { OverlayOptions } from 'sharp';
import { createRandom } from '../random.ts';

const side = 128;

/** A tile of faint noise around a middle grey, as a camera leaves it in flat surfaces. */
export function createGrain(): OverlayOptions {
  const random = createRandom('grain');
  const pixels = Buffer.from(Array.from({ length: side * side }, () => Math.round(random.between(112, 144))));
  return { input: pixels, raw: { width: side, height: side, channels: 1 } };
}
