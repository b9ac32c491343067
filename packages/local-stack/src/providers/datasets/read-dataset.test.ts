import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DatasetRefusedError } from './dataset-refused-error.ts';
import { readDataset } from './read-dataset.ts';
import { writeZip, type ZipEntry } from './testing/write-zip.ts';

const picture = (colour: string, type: 'jpeg' | 'png' | 'webp' = 'png') =>
  sharp({ create: { width: 64, height: 40, channels: 3, background: colour } })
    .toFormat(type)
    .toBuffer();

const serve =
  (body: ConstructorParameters<typeof Response>[0], status = 200): typeof fetch =>
  async () =>
    new Response(body, { status });
const bodyOf = (bytes: Uint8Array) => new Uint8Array(bytes);
const read = (entries: ZipEntry[]) =>
  readDataset('http://storage/archive.zip', { fetch: serve(bodyOf(writeZip(entries))) });

// A temporary folder of its own, which each test must leave empty.
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'act-test-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(async () => expect(await readdir(folder)).toEqual([]));
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

it('counts pictures and their captions, and leaves out what macOS adds', async () => {
  const dataset = await read([
    { name: 'one.png', content: await picture('#0f62fe') },
    { name: 'one.txt', content: 'photo of TOK' },
    { name: 'two.JPG', content: await picture('#0f62fe', 'jpeg'), deflate: true },
    { name: 'two.txt', content: 'photo of TOK', deflate: true },
    { name: 'three.webp', content: await picture('#ff6b35', 'webp') },
    { name: 'stray.txt', content: 'of no picture' },
    { name: 'notes.pdf', content: 'no picture' },
    { name: '__MACOSX/one.png', content: 'resource fork' },
    { name: '._one.png', content: 'resource fork' },
    { name: 'deeper/four.png', content: 'not at the root' },
  ]);
  expect(dataset).toMatchObject({ imageCount: 3, captionCount: 2 });
});

describe('the palette', () => {
  it('is that of the pictures, the strongest colour first, and stands for a mark', async () => {
    const entries = [
      { name: 'a.png', content: await picture('#0f62fe') },
      { name: 'b.png', content: await picture('#0f62fe') },
      { name: 'c.png', content: await picture('#ff6b35') },
      { name: 'd.png', content: await picture('#f4f4f4') },
    ];
    const { palette, mark } = await read(entries);
    expect(palette).toEqual(['#0f62fe', '#ff6b35', '#f4f4f4']);
    expect(mark).toMatch(/^[A-Z]\d[A-Z]$/);
    expect(await read(entries.toReversed())).toMatchObject({ palette, mark });
    expect((await read(entries.slice(2))).mark).not.toBe(mark);
  });

  it('names at most five colours that can be told apart', async () => {
    const colours = Array.from({ length: 30 }, (_, index) => `hsl(${index * 12}, 80%, 50%)`);
    const entries = colours.map(async (colour, index) => ({
      name: `${index}.png`,
      content: await picture(colour),
    }));
    expect((await read(await Promise.all(entries))).palette).toHaveLength(5);
  });
});

describe('refuses, with the line that the trainer prints,', () => {
  const cases: [string, () => Promise<ZipEntry[]>, string][] = [
    [
      'an archive without pictures',
      async () => [{ name: 'a.txt', content: 'x' }],
      'AssertionError: no images found in input_images',
    ],
    ['an empty archive', async () => [], 'AssertionError: no images found in input_images'],
    [
      'a picture that does not decode',
      async () => [{ name: 'a.jpg', content: 'no picture' }],
      "PIL.UnidentifiedImageError: cannot identify image file 'input_images/a.jpg'",
    ],
    [
      'a picture that breaks off',
      async () => [{ name: 'a.png', content: (await picture('#123456')).subarray(0, 60) }],
      "PIL.UnidentifiedImageError: cannot identify image file 'input_images/a.png'",
    ],
    [
      'a wrong checksum',
      async () => [{ name: 'a.png', content: await picture('#123456'), crc: 1 }],
      "zipfile.BadZipFile: Bad CRC-32 for file 'a.png'",
    ],
    [
      'a way out of the folder',
      async () => [{ name: '../a.png', content: 'x' }],
      'ValueError: input_images must be a zip file',
    ],
  ];
  it.each(cases)('%s', async (_name, entries, line) => {
    await expect(read(await entries())).rejects.toMatchObject({ name: 'DatasetRefusedError', line });
  });

  it.each([
    ['no zip', 'hello'],
    ['half a zip', bodyOf(writeZip([{ name: 'a.txt', content: 'a'.repeat(500) }]).subarray(0, 300))],
    ['nothing', ''],
  ])('%s', async (_name, body) => {
    const reading = readDataset('http://storage/archive.zip', { fetch: serve(body) });
    await expect(reading).rejects.toMatchObject({ line: 'ValueError: input_images must be a zip file' });
  });

  it('an address that gives nothing', async () => {
    const reading = readDataset('http://storage/archive.zip', { fetch: serve('gone', 404) });
    await expect(reading).rejects.toMatchObject({
      reason: 'download',
      line: expect.stringContaining('HTTPError: 404 Client Error'),
    });
  });

  it('what is too large', async () => {
    const fetch = serve(bodyOf(writeZip([{ name: 'a.txt', content: 'a'.repeat(5000) }])));
    const reading = readDataset('http://storage/archive.zip', { fetch, maxBytes: 1000 });
    await expect(reading).rejects.toThrow('larger than 1000 bytes');
  });
});

it('says that a download broke off', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
  const reading = readDataset('http://storage/archive.zip', { fetch: serve(body) });
  await expect(reading).rejects.toMatchObject({ reason: 'download' });
});

it('ends when it is aborted in the middle of a download', async () => {
  const controller = new AbortController();
  const body = new ReadableStream({
    start: (stream) => stream.enqueue(new Uint8Array(1000)),
    pull: () => new Promise(() => setImmediate(() => controller.abort(new Error('enough')))),
  });
  const reading = readDataset('http://storage/archive.zip', {
    fetch: serve(body),
    signal: controller.signal,
  });
  await expect(reading).rejects.toThrow('enough');
  await expect(reading).rejects.not.toSatisfy(DatasetRefusedError.isInstance);
});
