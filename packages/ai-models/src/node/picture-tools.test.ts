import type { Sharp } from 'sharp';
import { expect, it } from 'vitest';
import { createPictureTools } from './picture-tools.ts';
import { paintBrokenPictures } from './testing/broken-pictures.ts';
import { paintPicture, toBytes } from './testing/paint-picture.ts';

const broken = await paintBrokenPictures();

it.each(Object.keys(broken))('refuses %s', async (name) => {
  const tools = await createPictureTools();
  await expect(tools.describe(broken[name] ?? new Uint8Array())).rejects.toMatchObject({
    code: 'picture_rejected',
    retryable: false,
  });
});

it.each<[name: string, contentType: string, encode: (picture: Sharp) => Sharp]>([
  ['a PNG', 'image/png', (picture) => picture.png()],
  ['a PNG of few colours', 'image/png', (picture) => picture.png({ palette: true })],
  ['a PNG that can be seen through', 'image/png', (picture) => picture.ensureAlpha(0.5).png()],
  ['a PNG with a note in it', 'image/png', (picture) => picture.withExif({ IFD0: { Software: 'x' } }).png()],
  ['a JPEG', 'image/jpeg', (picture) => picture.jpeg()],
  ['a JPEG in several scans', 'image/jpeg', (picture) => picture.jpeg({ progressive: true })],
  [
    'a JPEG with a note in it',
    'image/jpeg',
    (picture) => picture.withExif({ IFD0: { Software: 'x' } }).jpeg(),
  ],
  ['a WebP', 'image/webp', (picture) => picture.webp()],
  ['a WebP without a loss', 'image/webp', (picture) => picture.webp({ lossless: true })],
  ['a WebP that can be seen through', 'image/webp', (picture) => picture.ensureAlpha(0.5).webp()],
])('takes %s', async (_name, contentType, encode) => {
  const tools = await createPictureTools();
  const bytes = await toBytes(encode(paintPicture({ width: 640, height: 320 })));
  expect(await tools.describe(bytes)).toEqual({ contentType, width: 640, height: 320 });
});
