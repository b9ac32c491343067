import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const side = 1100;
const cell = 44;

/** Writes pictures that pass every check into a folder: large, sharp, well lit, each unlike the others. */
export async function paintPictures(folder: string, count: number, seed = 1): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const random = createRandom(seed * 7919 + index * 104_729 + 17);
    const cells = Math.ceil(side / cell);
    const raw = Buffer.from(Array.from({ length: cells * cells * 3 }, () => 40 + Math.floor(random() * 190)));
    await sharp(raw, { raw: { width: cells, height: cells, channels: 3 } })
      .resize(side, side, { kernel: 'nearest' })
      .jpeg({ quality: 90 })
      .toFile(join(folder, `picture-${index + 1}.jpg`));
  }
}

function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
