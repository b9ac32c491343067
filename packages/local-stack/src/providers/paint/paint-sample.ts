import sharp from 'sharp';
import { createDefinitions } from './canvas.ts';
import { createRandom } from './random.ts';
import { brandLook } from './samples/brand-look.ts';
import { createGrain } from './samples/grain.ts';
import { paintCards, paintPattern, paintPoster } from './samples/print-scenes.ts';
import { paintCloseUp, paintPair, paintPlinth, paintShapes, paintShelves } from './samples/product-scenes.ts';
import { paintFlags, paintShop } from './samples/street-scenes.ts';

export interface PaintSampleOptions {
  brandId: string;
  /** Which picture of the brand, from 0: each shows another scene. */
  index: number;
  /** In pixels. */
  width: number;
  height: number;
}

const scenes = [
  paintCards,
  paintCloseUp,
  paintFlags,
  paintPair,
  paintPattern,
  paintPlinth,
  paintPoster,
  paintShapes,
  paintShelves,
  paintShop,
] as const;

/** A training picture of a demo brand as jpeg: its product or logo in its colours. The same options give the same bytes. */
export async function paintSamplePicture({
  brandId,
  index,
  width,
  height,
}: PaintSampleOptions): Promise<Uint8Array> {
  const random = createRandom('sample', brandId, index);
  const definitions = createDefinitions();
  const paint = scenes[index % scenes.length] ?? paintPlinth;
  const round = Math.floor(index / scenes.length);
  const shapes = paint({ width, height, random, definitions, round, look: brandLook(brandId) });
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${definitions.toSvg()}${shapes}</svg>`;
  return sharp(Buffer.from(picture))
    .removeAlpha()
    .composite([{ ...createGrain(), tile: true, blend: 'overlay' }])
    .jpeg({ quality: 88 })
    .toBuffer();
}
