import sharp from 'sharp';

/** Photos that look like no others: noise of another colour each. */
export const paintPhotos = (count: number): Promise<Blob[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
      const picture = sharp({
        create: { width: 768, height: 512 + index * 64, channels: 3, noise, background: 'white' },
      });
      const bytes = await picture
        .tint({ r: 40 + index * 30, g: 200 - index * 20, b: 120 })
        .jpeg()
        .toBuffer();
      return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
    }),
  );
