import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AiModelsError } from '../../errors/index.ts';
import { createByteReader, toByteSource } from '../../shared/byte-reader.ts';
import { buildTar, paxRecord, type TarPlan, tarEntry } from '../testing/build-tar.ts';
import { streamOf } from '../testing/streams.ts';
import { openTarEntry, type TarLimits } from './tar-entry.ts';

const weights = { name: 'output/flux_train_replicate/lora.safetensors', content: 'w'.repeat(1_500) };
const usual: TarPlan[] = [
  { name: 'output/', type: '5' },
  { name: 'output/flux_train_replicate/config.yaml', content: 'a: 1' },
  weights,
  { name: 'output/flux_train_replicate/captions/1.txt', content: 'a cat' },
];
const limits = { maximumBytes: 10_000 };

async function unpack(archive: Uint8Array, own: Partial<TarLimits> = {}) {
  const reader = createByteReader(toByteSource(streamOf(archive, { pieceBytes: 700 })));
  const { name, sizeBytes, content } = await openTarEntry(reader, { ...limits, ...own });
  const pieces: Uint8Array[] = [];
  for (let piece = await content.read(); piece; piece = await content.read()) pieces.push(piece);
  return { name, sizeBytes, text: Buffer.concat(pieces).toString() };
}
const unpackEntries = (entries: readonly TarPlan[], own?: Partial<TarLimits>) =>
  unpack(buildTar(entries), own);
const found = { name: weights.name, sizeBytes: 1_500, text: weights.content };

it('finds the one safetensors file among what a trainer packs', async () => {
  expect(await unpackEntries(usual)).toEqual(found);
});

it('reads names by every way in which tars say them', async () => {
  const long = `${'folder/'.repeat(30)}lora.safetensors`;
  const { content } = weights;
  expect(await unpackEntries([{ ...weights, name: 'lora.safetensors', prefix: 'output' }])).toMatchObject({
    name: 'output/lora.safetensors',
  });
  expect(
    await unpackEntries([
      { name: '././@LongLink', type: 'L', content: `${long}\0` },
      { name: 'x', content, magic: 'ustar  \0' },
    ]),
  ).toMatchObject({ name: long, text: content });
  expect(
    await unpackEntries([paxRecord({ path: long, mtime: '1.5' }), { name: 'x', content }]),
  ).toMatchObject({ name: long });
  const cut = `${'a'.repeat(99)}ü/${weights.name}`;
  expect(await unpackEntries([paxRecord({ path: cut }), { name: cut, content }])).toMatchObject({
    name: cut,
  });
  expect(await unpackEntries([paxRecord({ comment: 'git' }, 'g'), weights])).toEqual(found);
  // GNU has dates where POSIX goes on with the name.
  expect(await unpackEntries([{ ...weights, magic: 'ustar  \0', prefix: '14712345670' }])).toEqual(found);
});

it('reads sizes by every way in which tars say them', async () => {
  const binary = `\x80${'\0'.repeat(9)}\x05\xdc`;
  expect(await unpackEntries([{ ...weights, size: binary }])).toEqual(found);
  expect(await unpackEntries([{ ...weights, size: '       2734 ' }])).toEqual(found);
  expect(await unpackEntries([paxRecord({ size: '1500' }), { ...weights, size: '00000000000\0' }])).toEqual(
    found,
  );
});

describe('refuses', () => {
  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'an archive without weights',
      () => unpackEntries(usual.filter((entry) => entry !== weights)),
      /no safetensors file/,
    ],
    ['an empty archive', () => unpackEntries([]), /no safetensors file/],
    [
      'second weights after the first',
      () => unpackEntries([...usual, { name: 'b.safetensors', content: 'x' }]),
      /second safetensors file, "b.safetensors"/,
    ],
    [
      'a symbolic link',
      () => unpackEntries([{ name: 'lora.safetensors', type: '2' }]),
      /"lora.safetensors" in the archive is a link/,
    ],
    ['a link after the weights', () => unpackEntries([weights, { name: 'x', type: '1' }]), /is a link/],
    [
      'a link with a long target',
      () => unpackEntries([{ name: '././@LongLink', type: 'K', content: 'x' }, weights]),
      /is a link/,
    ],
    ['a device', () => unpackEntries([weights, { name: 'null', type: '3' }]), /is a device/],
    ['a pipe', () => unpackEntries([{ name: 'p', type: '6' }]), /is a pipe/],
    ['a file with holes', () => unpackEntries([{ ...weights, type: 'S' }]), /is a file with holes/],
    [
      'a file with holes, by attributes',
      () => unpackEntries([paxRecord({ 'GNU.sparse.major': '1' }), weights]),
      /with holes/,
    ],
    ['an unknown type', () => unpackEntries([{ ...weights, type: 'Z' }]), /of the type "Z"/],
    ['a wrong checksum', () => unpackEntries([{ ...weights, checksum: 1 }]), /checksum/],
    ['a size that is none', () => unpackEntries([{ ...weights, size: '8' }]), /number in the archive/],
    [
      'a size beyond numbers',
      () => unpackEntries([{ ...weights, size: `\xff${'\xff'.repeat(11)}` }]),
      /number in the archive/,
    ],
    [
      'a negative size',
      () => unpackEntries([{ ...weights, size: '-0000000001\0' }]),
      /number in the archive/,
    ],
    [
      'weights over the limit',
      () => unpackEntries(usual, { maximumBytes: 1_499 }),
      /1500 bytes are more than the 1499/,
    ],
    ['many entries', () => unpackEntries(usual, { maximumEntries: 3 }), /over 3 entries/],
    ['much beside the weights', () => unpackEntries(usual, { maximumOtherBytes: 8 }), /over 8 bytes beside/],
    [
      'a folder with content',
      () => unpackEntries([{ name: 'a', type: '5', content: 'x' }]),
      /folder "a" has content/,
    ],
    [
      'a name without end',
      () => unpackEntries([{ name: 'L', type: 'L', content: 'x'.repeat(70_000) }, weights]),
      /name that is too long/,
    ],
    ['one name for all', () => unpackEntries([paxRecord({ path: 'a' }, 'g'), weights]), /all files one name/],
    [
      'attributes that are none',
      () => unpackEntries([{ name: 'x', type: 'x', content: '999 path=a\n' }, weights]),
      /attributes of an entry/,
    ],
    [
      'attributes of no length',
      () => unpackEntries([{ name: 'x', type: 'x', content: '0 a=b\n' }, weights]),
      /attributes of an entry/,
    ],
    ['a size in words', () => unpackEntries([paxRecord({ size: '1e3' }), weights]), /of the size "1e3"/],
    [
      'something after the end',
      () => unpack(buildTar(usual, Buffer.concat([Buffer.alloc(1_024), tarEntry(weights)]))),
      /follows the end/,
    ],
    [
      'an entry of an old kind',
      () => unpack(Buffer.concat([tarEntry({ name: 'a' }), tarEntry({ ...weights, magic: '' })])),
      /has no header/,
    ],
    ...[
      '/etc/lora.safetensors',
      '../lora.safetensors',
      'a/../../lora.safetensors',
      'a/..',
      'C:lora.safetensors',
      '\\\\host\\lora.safetensors',
      'a\\..\\b',
      'a\nb',
    ].map(
      (name) =>
        [
          `the name ${JSON.stringify(name)}`,
          () => unpackEntries([{ name, content: 'x' }, weights]),
          /has a file called/,
        ] as [string, () => Promise<unknown>, RegExp],
    ),
    [
      'a name from attributes that leads elsewhere',
      () => unpackEntries([paxRecord({ path: '../lora.safetensors' }), weights]),
      /has a file called/,
    ],
  ])('%s', async (_what, act, message) => {
    await expect(act()).rejects.toThrow(message);
    await expect(act()).rejects.toMatchObject({ code: 'weights_invalid', retryable: false });
  });

  it('an archive cut anywhere, and says that more of it may come', async () => {
    const whole = buildTar(usual, Buffer.alloc(1_024));
    for (let length = 0; length < whole.length; length += 97) {
      await expect(unpack(whole.subarray(0, length))).rejects.toMatchObject({
        code: 'weights_invalid',
        retryable: true,
      });
    }
  });

  it('whatever was changed in it by one of our errors, or gives the whole file', async () => {
    const archive = buildTar(usual, Buffer.alloc(1_024));
    const change = fc.record({ at: fc.nat({ max: archive.length - 1 }), byte: fc.nat({ max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const file = Buffer.from(archive);
        for (const { at, byte } of changes) file[at] = byte;
        try {
          const { sizeBytes, text } = await unpack(file);
          return Buffer.byteLength(text) >= sizeBytes;
        } catch (error) {
          return AiModelsError.isInstance(error) && error.code === 'weights_invalid';
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
