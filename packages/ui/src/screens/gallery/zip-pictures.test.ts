import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { packZip } from './pack-zip.ts';
import { fitsZip, nameFiles, sumBytes } from './zip-pictures.ts';

const made = (modelId: string, seed: number | null, position: number, contentType = 'image/png') => ({
  seed,
  position,
  contentType,
  generation: { createdAt: '2026-11-20T12:00:00Z', modelId } as never,
});

it('names files by what they are, none twice and none a way out of its folder', () => {
  const pictures = [
    made('signs-v1', 7, 0),
    made('signs-v1', 7, 0),
    made('signs-v1', null, 1, 'image/jpeg'),
    made('../../etc', 1, 0),
  ];
  expect(nameFiles(pictures)).toEqual([
    '2026-11-20_signs-v1_7_1.png',
    '2026-11-20_signs-v1_7_1_2.png',
    '2026-11-20_signs-v1_2.jpg',
    '2026-11-20_..-..-etc_1_1.png',
  ]);
});

it('takes no more than a browser can carry', () => {
  const picture = { sizeBytes: 2_000_000 };
  expect(sumBytes([picture, { sizeBytes: null }])).toBe(2_000_000);
  expect(fitsZip(Array(200).fill(picture))).toBe(true);
  expect(fitsZip(Array(201).fill({ sizeBytes: 1 }))).toBe(false);
  expect(fitsZip(Array(3).fill({ sizeBytes: 200_000_000 }))).toBe(false);
});

it('packs what it fetches, whole, and says what it could not have', async () => {
  const large = new Uint8Array(3_000_000).fill(7);
  const bodies: Record<string, BodyInit> = { '/a': large, '/b': 'two' };
  const done: number[] = [];
  const { blob, missing } = await packZip(
    [
      { name: 'a.png', url: '/a' },
      { name: 'lost.png', url: '/lost' },
      { name: 'b.png', url: '/b' },
    ],
    {
      fetch: async (url) =>
        new Response(bodies[String(url)] ?? null, { status: bodies[String(url)] ? 200 : 404 }),
      onFile: (count) => done.push(count),
    },
  );
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  expect(Object.keys(files)).toEqual(['a.png', 'b.png']);
  // Compared as bytes: a list of three million numbers is slow to compare.
  expect(Buffer.compare(files['a.png'] ?? new Uint8Array(), large)).toBe(0);
  expect(missing).toEqual(['lost.png']);
  expect(done).toEqual([1, 2, 3]);
});

it('stops when it is told to', async () => {
  const stop = AbortSignal.abort(new Error('enough'));
  await expect(packZip([{ name: 'a.png', url: '/a' }], { signal: stop })).rejects.toThrow('enough');
});
