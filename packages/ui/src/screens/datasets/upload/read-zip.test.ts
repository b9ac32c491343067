import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readZip } from './read-zip.ts';

const png = (sizeBytes = 64, fill = 1) => {
  const bytes = new Uint8Array(sizeBytes).fill(fill);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes;
};

const limits = { maximumPictures: 10, maximumPictureBytes: 10_000, maximumTotalBytes: 100_000 };

const zipOf = (files: Record<string, Uint8Array>) =>
  new File([zipSync(files)], 'signs.zip', { type: 'application/zip', lastModified: 1000 });

const namesOf = (list: readonly { readonly file: File }[]) => list.map(({ file }) => file.name);

it('takes the pictures out of a zip, whatever folder they lie in, as the same files each time', async () => {
  const zip = zipOf({
    'a.png': png(),
    'deep/er/b.png': png(80),
    '__MACOSX/a.png': png(),
    '.DS_Store': png(),
  });
  const { taken, refused } = await readZip(zip, limits);
  expect(taken.map(({ path, file }) => [path, file.size, file.type, file.lastModified])).toEqual([
    ['signs.zip/a.png', 64, 'image/png', 1000],
    ['signs.zip/deep/er/b.png', 80, 'image/png', 1000],
  ]);
  expect(new Uint8Array((await taken[1]?.file.arrayBuffer()) ?? [])).toEqual(png(80));
  expect(refused).toEqual([]);
});

it('never names a file by where it wants to lie', async () => {
  const { taken } = await readZip(zipOf({ '../../etc/a.png': png(), '..\\b.png': png() }), limits);
  expect(namesOf(taken)).toEqual(['a.png', 'b.png']);
});

it('takes only pictures, by what is in them', async () => {
  const zip = zipOf({
    'page.html': png(),
    'fake.png': new Uint8Array(20).fill(60),
    'none.jpg': new Uint8Array(),
  });
  expect(await readZip(zip, limits)).toEqual({
    taken: [],
    refused: [
      { name: 'page.html', reason: 'notPicture' },
      { name: 'fake.png', reason: 'notPicture' },
      { name: 'none.jpg', reason: 'empty' },
    ],
  });
});

it('takes no picture that is too large, and goes on with the next', async () => {
  const zip = zipOf({ 'large.png': png(10_001), 'small.png': png() });
  const { taken, refused } = await readZip(zip, limits);
  expect(namesOf(taken)).toEqual(['small.png']);
  expect(refused).toEqual([{ name: 'large.png', reason: 'tooLarge' }]);
});

it('takes only so many pictures', async () => {
  const zip = zipOf(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.png`, png()])));
  const { taken, refused } = await readZip(zip, limits);
  expect(taken).toHaveLength(10);
  expect(refused).toEqual([
    { name: '10.png', reason: 'overLimit' },
    { name: '11.png', reason: 'overLimit' },
  ]);
});

it.each(['bomb.png', 'bomb.bin'])(
  'stops at a %s that would unpack to far more than it weighs',
  async (name) => {
    const zip = zipOf({ [name]: png(40_000_000), 'after.png': png() });
    expect(zip.size).toBeLessThan(limits.maximumTotalBytes);
    const { taken, refused } = await readZip(zip, limits);
    expect(taken).toEqual([]);
    expect(refused.at(-1)).toEqual({ name: 'signs.zip', reason: 'overLimit' });
  },
);

it('says so of what is no zip, and of one that is cut off', async () => {
  const unreadable = { name: 'signs.zip', reason: 'unreadable' };
  const noZip = new File(['nothing of the kind'], 'signs.zip');
  expect(await readZip(noZip, limits)).toEqual({ taken: [], refused: [unreadable] });
  const random = Uint8Array.from({ length: 9000 }, (_, index) => (index * 7919 * index) % 251);
  random.set(png(8));
  const whole = zipOf({ 'a.png': random });
  const cut = new File([whole.slice(0, whole.size / 3)], 'signs.zip');
  expect((await readZip(cut, limits)).taken).toEqual([]);
});
