import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { type MadeEntry, makeZip } from '../testing/make-zip.ts';
import { cleanCaption, type DatasetArchiveInput, openDatasetArchive } from './dataset-archive.ts';

const open = (...entries: MadeEntry[]) => openDatasetArchive(makeZip({ entries }));
const refusal = (message: string) => ({ code: 'archive_refused', message: expect.stringContaining(message) });

async function contentOf(input: DatasetArchiveInput) {
  const { pictures, skipped } = await openDatasetArchive(input);
  const read = async ({ open }: (typeof pictures)[number]['source']) => {
    const content = await open({ maximumBytes: 1e6 });
    return content instanceof Blob ? content.text() : '';
  };
  return {
    pictures: await Promise.all(
      pictures.map(async ({ source, caption }) => [source.name, await read(source), caption]),
    ),
    skipped,
  };
}

it('finds pictures and their captions, in folders or not, compressed or not', async () => {
  const archive = makeZip({
    comment: 'made by PK\x05\x06 hand',
    entries: [
      { name: 'set/', mode: 0x4000 },
      { name: 'set/a.JPG', content: 'first' },
      { name: 'set/a.txt', content: 'a cat', method: 8 },
      { name: 'other/a.png', content: 'second'.repeat(100), method: 8, mode: 0x81a4 },
      { name: 'b.webp', content: 'third' },
      { name: 'B.txt', content: '\ufeff  two\r\nlines\u0000 ' },
      { name: '__MACOSX/set/._a.JPG', content: 'x' },
      { name: 'set/.DS_Store', content: 'x' },
      { name: 'readme.md', content: 'x' },
      { name: 'lost.txt', content: 'x' },
    ],
  });
  const expected = {
    pictures: [
      ['a.JPG', 'first', 'a cat'],
      ['a.png', 'second'.repeat(100), null],
      ['b.webp', 'third', 'two lines'],
    ],
    skipped: [
      { name: 'readme.md', reason: 'no picture' },
      { name: 'lost.txt', reason: 'no picture for this caption' },
    ],
  };
  expect(await contentOf(archive)).toEqual(expected);
  expect(await contentOf(archive.stream())).toEqual(expected);
  expect(await contentOf(new Uint8Array(await archive.arrayBuffer()))).toEqual(expected);
});

it.each([false, true])('reads what JSZip writes (streamed: %s)', async (streamFiles) => {
  const zip = new JSZip();
  zip.file('кот.jpg', 'bytes').file('кот.txt', 'кот').file('folder/b.png', 'more');
  const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', streamFiles });
  expect((await contentOf(new Uint8Array(bytes))).pictures).toEqual([
    ['кот.jpg', 'bytes', 'кот'],
    ['b.png', 'more', null],
  ]);
});

describe('refuses a name that', () => {
  it.each([
    ['../../etc/a.jpg', 'leads out of the archive'],
    ['a/../b.jpg', 'leads out of the archive'],
    ['a//b.jpg', 'leads out of the archive'],
    ['./a.jpg', 'leads out of the archive'],
    ['/etc/a.jpg', 'names a place on the disk'],
    ['C:/a.jpg', 'names a place on the disk'],
    ['a\\..\\b.jpg', 'has a backslash'],
    ['a\u0000.jpg', 'has control characters'],
    ['', 'has no name'],
    ['__MACOSX/../../a.jpg', 'leads out of the archive'],
    ['inner.zip', 'is an archive in the archive'],
    ['deep/inner.TAR', 'is an archive in the archive'],
  ])('%j', async (name, message) => {
    await expect(open({ name: 'good.jpg' }, { name, content: 'x' })).rejects.toMatchObject(
      refusal(`entry 2, ${JSON.stringify(name)}, ${message}`),
    );
  });
});

describe('refuses', () => {
  it.each<[string, string, MadeEntry]>([
    ['encryption', 'is encrypted', { name: 'a.jpg', flags: 1 }],
    ['strong encryption', 'is encrypted', { name: 'a.jpg', flags: 0x40 }],
    ['AES', 'is encrypted', { name: 'a.jpg', method: 99 }],
    ['other compression', 'not known here', { name: 'a.jpg', method: 12 }],
    ['a link', 'is a link or a device', { name: 'a.jpg', content: '/etc/passwd', mode: 0xa1ff }],
    ['a device', 'is a link or a device', { name: 'a.jpg', mode: 0x2000 }],
    ['zip64 in an entry', 'uses zip64', { name: 'a.jpg', claims: { unpackedBytes: 0xffffffff } }],
    ['two lengths', 'has two lengths', { name: 'a.jpg', content: 'abc', claims: { unpackedBytes: 5000 } }],
    ['a bomb', 'more than a hundred times', { name: 'a.png', content: Buffer.alloc(3e6), method: 8 }],
    [
      'a hidden bomb',
      'unpacks to more than 2,048 MB',
      {
        name: 'a.png',
        content: Buffer.alloc(3e6, 'x'),
        method: 8,
        claims: { packedBytes: 30e6, unpackedBytes: 2.5e9 },
      },
    ],
  ])('%s', async (_, message, entry) => {
    await expect(open(entry)).rejects.toMatchObject(refusal(message));
  });

  it('what is no zip, or not a whole one', async () => {
    const whole = makeZip({ entries: [{ name: 'a.jpg', content: 'abc' }] });
    for (const archive of [
      new Blob([]),
      new Blob(['PK']),
      new Blob([Buffer.alloc(100_000)]),
      whole.slice(0, whole.size - 5),
    ]) {
      await expect(openDatasetArchive(archive)).rejects.toMatchObject(
        refusal('is no zip, or not a whole one'),
      );
    }
    await expect(openDatasetArchive(whole.slice(3))).rejects.toMatchObject(refusal('not where it says'));
    const prefix = Buffer.from('#!/bin/sh\n');
    const claims = { listOffset: 0 };
    await expect(
      openDatasetArchive(makeZip({ entries: [{ name: 'a.jpg' }], prefix, claims })),
    ).rejects.toMatchObject(refusal('not where it says'));
  });

  it('more entries than a dataset has, parts, and an empty list', async () => {
    const entries = Array.from({ length: 4001 }, (_, index) => ({ name: `${index}.jpg` }));
    await expect(openDatasetArchive(makeZip({ entries }))).rejects.toMatchObject(
      refusal('more than 4000 entries'),
    );
    const one = [{ name: 'a.jpg' }];
    await expect(openDatasetArchive(makeZip({ entries: one, claims: { disk: 1 } }))).rejects.toMatchObject(
      refusal('several parts'),
    );
    await expect(
      openDatasetArchive(makeZip({ entries: one, claims: { count: 0xffff } })),
    ).rejects.toMatchObject(refusal('uses zip64'));
    await expect(openDatasetArchive(makeZip({ entries: one, claims: { count: 2 } }))).rejects.toMatchObject(
      refusal('entry 2 is not in the list'),
    );
    await expect(openDatasetArchive(makeZip({ entries: [] }))).rejects.toMatchObject(refusal('is empty'));
  });

  it('entries that share their bytes', async () => {
    const shared = [
      { name: 'a.jpg', content: Buffer.alloc(5000) },
      { name: 'b.jpg', content: Buffer.alloc(5000), claims: { offset: 0 } },
    ];
    await expect(open(...shared)).rejects.toMatchObject(refusal('shares its bytes'));
    const nested = [
      { name: 'a.jpg', content: Buffer.alloc(5000) },
      { name: 'b.jpg', content: Buffer.alloc(10), claims: { offset: 100 } },
    ];
    await expect(open(...nested)).rejects.toMatchObject(refusal('shares its bytes'));
  });
});

describe('opens no picture', () => {
  const openOnly = async (entry: MadeEntry, maximumBytes = 1e6) => {
    const { pictures } = await open(entry);
    return pictures[0]?.source.open({ maximumBytes });
  };

  it.each<[string, string, MadeEntry]>([
    [
      'with another name in its own header',
      'something else than the list says',
      { name: 'a.jpg', claims: { localName: 'b.jpg' } },
    ],
    ['with another checksum', 'is damaged', { name: 'a.jpg', content: 'abc', claims: { crc32: 7 } }],
    [
      'that is longer than it says',
      'unpacks to more than it says',
      { name: 'a.jpg', content: Buffer.alloc(5000), method: 8, claims: { unpackedBytes: 400 } },
    ],
    [
      'that is shorter than it says',
      'is damaged',
      { name: 'a.jpg', content: Buffer.alloc(5000), method: 8, claims: { unpackedBytes: 6000 } },
    ],
    [
      'that does not unpack',
      'is damaged',
      { name: 'a.jpg', content: 'abc', method: 8, claims: { packedBytes: 3 } },
    ],
  ])('%s', async (_, message, entry) => {
    await expect(openOnly(entry)).rejects.toMatchObject(refusal(message));
  });

  it('that is larger than it may be', async () => {
    await expect(
      openOnly({ name: 'a.jpg', content: Buffer.alloc(3e6, 'ab') }, 2 * 1024 ** 2),
    ).rejects.toMatchObject(refusal('is larger than 2 MB'));
  });
});

it('refuses a caption of a size that no caption has', async () => {
  const caption = { name: 'a.txt', content: 'x'.repeat(70_000) };
  await expect(open({ name: 'a.jpg' }, caption)).rejects.toMatchObject(refusal('entry 2'));
});

it('makes one line of a caption, and cuts it between letters', () => {
  expect(cleanCaption('\ufeffa \u202ecat\u0007\n\tsits ')).toBe('a cat sits');
  const cut = cleanCaption(`${'a'.repeat(1999)}😀b`);
  expect(cut.length).toBeLessThanOrEqual(2000);
  expect(cut.isWellFormed()).toBe(true);
});
