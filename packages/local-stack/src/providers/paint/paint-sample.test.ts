import sharp from 'sharp';
import { expect, it } from 'vitest';
import { paintSamplePicture } from './paint-sample.ts';
import { distance, hashPicture } from './testing/hash-picture.ts';

const paint = (index: number, brandId = 'acmecompany') =>
  paintSamplePicture({ brandId, index, width: 512, height: 512 });

it('paints a jpeg of the size that is asked for, always the same', async () => {
  const picture = await paintSamplePicture({ brandId: 'acmecompany', index: 3, width: 640, height: 480 });
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
  expect(await paintSamplePicture({ brandId: 'acmecompany', index: 3, width: 640, height: 480 })).toEqual(
    picture,
  );
});

it.each(['creativetechnologists', 'acmecompany', 'techstartup', 'somebody-else'])(
  'paints 24 pictures of %s that no check takes for duplicates',
  async (brandId) => {
    const hashes = await Promise.all(
      Array.from({ length: 24 }, async (_, index) => hashPicture(await paint(index, brandId))),
    );
    const distances = hashes.flatMap((hash, index) =>
      hashes.slice(0, index).map((other) => distance(hash, other)),
    );
    // At 6 of 64 pictures count as nearly the same.
    expect(Math.min(...distances)).toBeGreaterThan(8);
  },
);

it('paints sharp pictures that are neither black nor white', async () => {
  for (let index = 0; index < 10; index++) {
    const grey = sharp(await paint(index)).greyscale();
    const laplacian = { width: 3, height: 3, kernel: [0, 1, 0, 1, -4, 1, 0, 1, 0], offset: 128 };
    const edges = await sharp(await grey.clone().convolve(laplacian).png().toBuffer()).stats();
    const light = await sharp(await grey.png().toBuffer()).stats();
    expect((edges.channels[0]?.stdev ?? 0) ** 2).toBeGreaterThan(40);
    expect(light.channels[0]?.mean).toBeGreaterThan(35);
    expect(light.channels[0]?.mean).toBeLessThan(225);
  }
});
