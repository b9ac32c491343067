import { randomBytes } from 'node:crypto';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { lookAhead } from '../look-ahead.ts';
import { sizeOfZip, streamZip, type ZipEntry } from './zip-stream.ts';

const entry = (name: string, bytes: Uint8Array, onOpen: () => void = () => undefined): ZipEntry => ({
  name,
  sizeBytes: bytes.length,
  open: async () => {
    onOpen();
    return [bytes.subarray(0, 2), bytes.subarray(2)];
  },
});

/** JSZip goes on by one step in each turn of the event loop: what has not begun after so many does not begin by itself. */
async function waitTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it('makes a zip of exactly the length that was said, with lengths in front and nothing compressed', async () => {
  const [big, small] = [randomBytes(3_000_000), new Uint8Array([1])];
  const entries = [
    entry('0001.jpg', big),
    entry('0001.txt', Buffer.from('a cat, [brand]')),
    entry('0002.png', small),
  ];
  const zip = await readAll(await streamZip(entries));
  expect(zip.length).toBe(sizeOfZip(entries));
  const read = await JSZip.loadAsync(zip, { checkCRC32: true });
  expect(Object.keys(read.files)).toEqual(['0001.jpg', '0001.txt', '0002.png']);
  expect((await read.file('0001.jpg')?.async('nodebuffer'))?.equals(big)).toBe(true);
  expect(await read.file('0001.txt')?.async('string')).toBe('a cat, [brand]');
  // General purpose flags, method and sizes of the first local header.
  expect([zip.readUInt16LE(6), zip.readUInt16LE(8), zip.readUInt32LE(18)]).toEqual([0, 0, big.length]);
});

it('makes the same bytes of the same entries at any time', async () => {
  const make = async () => readAll(await streamZip([entry('a.png', new Uint8Array(500))]));
  const first = await make();
  expect((await make()).equals(first)).toBe(true);
});

it('makes an empty zip, and one with an empty entry', async () => {
  expect((await readAll(await streamZip([]))).length).toBe(22);
  const entries = [entry('a.txt', new Uint8Array())];
  expect((await readAll(await streamZip(entries))).length).toBe(sizeOfZip(entries));
});

it('opens an entry when those before it are taken, and no further while nobody reads', async () => {
  const opened: number[] = [];
  const entries = Array.from({ length: 50 }, (_, index) =>
    entry(`${index}.jpg`, new Uint8Array(100_000), () => opened.push(index)),
  );
  const reader = (await streamZip(entries)).getReader();
  expect(opened).toEqual([]);
  await reader.read();
  await waitTurns(1_000);
  expect(opened.length).toBeLessThanOrEqual(3);
  while (!(await reader.read()).done);
  expect(opened).toEqual(entries.map((_, index) => index));
});

it('fails where an entry cannot be opened, wherever it is', async () => {
  const broken: ZipEntry = { name: 'b.jpg', sizeBytes: 3, open: () => Promise.reject(new Error('gone')) };
  for (const entries of [
    [broken],
    [entry('a.jpg', randomBytes(200_000)), broken],
    [broken, entry('c.jpg', randomBytes(9))],
  ]) {
    await expect(readAll(await streamZip(entries))).rejects.toThrow('gone');
  }
});

it('fails also where a slow reader asks for an entry that takes its time to fail', async () => {
  const open = () => waitTurns(100).then(() => Promise.reject(new Error('gone')));
  const broken: ZipEntry = { name: 'b.jpg', sizeBytes: 3, open };
  const reader = (await streamZip([entry('a.jpg', randomBytes(200_000)), broken])).getReader();
  await expect(
    (async () => {
      while (!(await reader.read()).done) await waitTurns(50);
    })(),
  ).rejects.toThrow('gone');
});

it('keeps a failure to itself that comes when nobody reads any more', async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const opened = Promise.withResolvers<void>();
  const open = () => {
    opened.resolve();
    return promise;
  };
  const reader = (await streamZip([{ name: 'b.jpg', sizeBytes: 3, open }])).getReader();
  void reader.read();
  await opened.promise;
  await reader.cancel();
  // What is thrown where nobody waits for it would end the process, and fails this test.
  reject(new Error('gone'));
  await waitTurns(10);
});

it('opens ahead as much as fits, each once', async () => {
  const opened: number[] = [];
  const items = Array.from({ length: 8 }, (_, index) =>
    entry(`${index}`, new Uint8Array(10), () => opened.push(index)),
  );
  const ahead = lookAhead(items, { maximumBytes: 35 });
  expect(opened).toEqual([]);
  await ahead[0]?.open();
  expect(opened).toEqual([0, 1, 2]);
  await ahead[1]?.open();
  expect(opened).toEqual([0, 1, 2, 3]);
  for (const item of ahead.slice(2)) await item.open();
  expect(opened).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
