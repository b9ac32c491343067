import sharp from 'sharp';
import { expect, it } from 'vitest';
import { paintSamplePicture } from '../paint/paint-sample.ts';
import { describePicture } from './describe-picture.ts';

const plain = (background: string, width = 60, height = 60) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

it.each([
  ['#d92020', 'red'],
  ['#f2851a', 'orange'],
  ['#f5d020', 'yellow'],
  ['#1e9e4a', 'green'],
  ['#1f6feb', 'blue'],
  ['#7b2d8e', 'purple'],
  ['#0b2545', 'deep blue'],
  ['#808080', 'grey'],
  ['#ffffff', 'white'],
  ['#050505', 'black'],
])('calls %s %s', async (colour, name) => {
  expect(await describePicture(await plain(colour))).toContain(` in ${name}, square format`);
});

it('says how the picture is turned and lit', async () => {
  expect(await describePicture(await plain('#101418', 90, 60))).toMatch(/wide format, dark and moody light$/);
  expect(await describePicture(await plain('#f4f4ee', 60, 90))).toMatch(
    /upright format, bright and airy light$/,
  );
});

it('says the same of the same picture, and not of each the same', async () => {
  const pictures = await Promise.all(
    [0, 1, 2, 3, 4, 5].map((index) =>
      paintSamplePicture({ brandId: 'acmecompany', index, width: 256, height: 256 }),
    ),
  );
  const sentences = await Promise.all(pictures.map(describePicture));
  expect(await Promise.all(pictures.map(describePicture))).toEqual(sentences);
  expect(new Set(sentences).size).toBeGreaterThan(3);
});

it('refuses what is no picture', async () => {
  await expect(describePicture(Buffer.from('no picture'))).rejects.toThrow();
});
