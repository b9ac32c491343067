import sharp from 'sharp';
import { type Canvas, createDefinitions } from './canvas.ts';
import { paintDunes } from './compositions/dunes.ts';
import { paintPetals } from './compositions/petals.ts';
import { paintRibbons } from './compositions/ribbons.ts';
import { paintSpheres } from './compositions/spheres.ts';
import { paintTiles } from './compositions/tiles.ts';
import { drawCaption } from './draw-caption.ts';
import { drawSeal } from './draw-seal.ts';
import { createRandom } from './random.ts';
import { createScheme, type UsedLora } from './scheme.ts';

export interface PaintPictureOptions {
  /** In pixels. */
  width: number;
  height: number;
  format: 'png' | 'jpg' | 'webp';
  /** 1 to 100; without effect on png. */
  quality: number;
  prompt: string;
  seed: number;
  /** Which picture of its generation, from 0. */
  index: number;
  /** The first is the main one; without any the picture is grey. */
  loras: readonly UsedLora[];
}

const compositions = [paintDunes, paintSpheres, paintTiles, paintRibbons, paintPetals] as const;

/**
 * A picture in the colours of its LoRAs and with their marks, which says in itself that it is a simulation, of which
 * prompt and seed. The same options give the same bytes on any machine.
 */
export async function paintPicture(options: PaintPictureOptions): Promise<Uint8Array> {
  const { width, height, prompt, seed, index, loras } = options;
  const random = createRandom(prompt, seed, index);
  const canvas: Canvas = {
    width,
    height,
    random,
    scheme: createScheme(loras),
    definitions: createDefinitions(),
  };
  // Pictures of one generation differ in kind, not in detail alone.
  const first = createRandom(prompt, seed).whole(0, compositions.length - 1);
  const compose = compositions[(first + index) % compositions.length] ?? paintDunes;
  const shapes = [compose(canvas), ...drawSeals(canvas, loras), drawCaption(canvas, { prompt, seed })];
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${canvas.definitions.toSvg()}${shapes.join('')}</svg>`;
  return encode(Buffer.from(picture), options);
}

/** In the upper left corner; a second LoRA's seal stands beside the first, as large as it is strong. */
function drawSeals({ width, height, scheme }: Canvas, loras: readonly UsedLora[]): string[] {
  const largest = Math.min(width, height) * 0.062;
  let x = largest * 0.7;
  return loras
    .filter(({ scale }) => scale !== 0)
    .map((lora) => {
      const radius = largest * Math.min(1, 0.6 + Math.abs(lora.scale) * 0.4);
      x += radius;
      const seal = drawSeal(lora, scheme, { x, y: largest * 1.7, radius });
      x += radius + largest * 0.3;
      return seal;
    });
}

function encode(picture: Buffer, { format, quality }: PaintPictureOptions): Promise<Uint8Array> {
  const image = sharp(picture).removeAlpha();
  switch (format) {
    case 'png':
      return image.png({ compressionLevel: 3 }).toBuffer();
    case 'jpg':
      return image.jpeg({ quality }).toBuffer();
    case 'webp':
      return image.webp({ quality, effort: 1 }).toBuffer();
  }
}
