import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSafetensorsHeader } from '../safetensors.ts';
import { buildSafetensors, planHeader } from '../testing/build-safetensors.ts';
import { buildTar } from '../testing/build-tar.ts';
import { loraShapes } from '../testing/lora-shapes.ts';
import { bytesOf, streamOf } from '../testing/streams.ts';
import { openWeights } from './open-weights.ts';

const file = buildSafetensors(planHeader(loraShapes('sd15')));
const limits = { maximumBytes: 10_000_000 };
const open = (bytes: Uint8Array, own = limits) => openWeights(streamOf(bytes, { pieceBytes: 777 }), own);
const readAll = async (bytes: Uint8Array) => bytesOf((await open(bytes)).stream);

it.each([
  ['a safetensors file', file],
  [
    'a tar',
    buildTar([
      { name: 'a.txt', content: 'x' },
      { name: 'lora.safetensors', content: file },
    ]),
  ],
])('opens %s, by its content', async (_what, bytes) => {
  const { description, sizeBytes, stream } = await open(bytes);
  expect(description).toMatchObject({ modelType: 'sd15', rank: 4, format: 'kohya' });
  expect(sizeBytes).toBe(file.length);
  expect(await bytesOf(stream)).toEqual(file);
});

it('reads no more than the header before somebody reads on', async () => {
  let read = 0;
  const onPiece = (sizeBytes: number) => {
    read += sizeBytes;
  };
  await openWeights(streamOf(file, { onPiece }), limits);
  expect(read).toBeLessThan(4_000);
});

describe('refuses', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', Buffer.alloc(0), /next to nothing/],
    ['gzip', gzipSync(file), /compressed with gzip/],
    ['a zip, as PyTorch saves', Buffer.from('PK\x03\x04 archive/data.pkl'), /may run code/],
    ['a pickle', Buffer.concat([Buffer.from([0x80, 2]), Buffer.alloc(20)]), /pickle, which may run code/],
    ['a page', Buffer.from('<!doctype html><title>502</title>'), /neither a safetensors file nor a tar/],
    [
      'a file that is no LoRA',
      buildSafetensors(planHeader({ 'model.weight': [2] })),
      /is no tensor of a LoRA/,
    ],
    [
      'a tar that says another size',
      buildTar([{ name: 'a.safetensors', content: Buffer.concat([file, Buffer.alloc(2)]) }]),
      /archive says/,
    ],
  ])('%s', async (_what, bytes, message) => {
    await expect(open(bytes)).rejects.toThrow(message);
    await expect(open(bytes)).rejects.toMatchObject({ code: 'weights_invalid' });
  });

  it('what is larger than allowed', async () => {
    const small = { maximumBytes: file.length - 1 };
    await expect(open(file, small)).rejects.toThrow(/more than the/);
    await expect(open(buildTar([{ name: 'a.safetensors', content: file }]), small)).rejects.toThrow(
      /more than the/,
    );
  });
});

describe('does not end where the file is not whole', () => {
  it('because bytes are missing', async () => {
    await expect(readAll(file.subarray(0, -1))).rejects.toMatchObject({
      code: 'weights_invalid',
      retryable: true,
    });
  });

  it('because there are too many', async () => {
    await expect(readAll(Buffer.concat([file, Buffer.alloc(1)]))).rejects.toThrow(/more in the file/);
  });

  it('because the archive goes on with other weights', async () => {
    const entry = { name: 'a.safetensors', content: file };
    await expect(readAll(buildTar([entry, { ...entry, name: 'b.safetensors' }]))).rejects.toThrow(
      /second safetensors/,
    );
  });

  it('because the connection was lost', async () => {
    const lost = new Error('socket');
    const breaking = streamOf(file, { breaksAfter: 20_000, error: lost });
    await expect(bytesOf((await openWeights(breaking, limits)).stream)).rejects.toMatchObject({
      code: 'weights_invalid',
      retryable: true,
      cause: lost,
    });
  });
});

it('tells the source when nobody wants the rest', async () => {
  let cancelled: unknown = null;
  const onCancel = (reason: unknown) => {
    cancelled = reason;
  };
  await (await openWeights(streamOf(file, { onCancel }), limits)).stream.cancel('enough');
  expect(cancelled).toBe('enough');
  await expect(
    openWeights(streamOf(buildTar([{ name: 'x', type: '2' }]), { onCancel }), limits),
  ).rejects.toThrow();
  expect(cancelled).toMatchObject({ code: 'weights_invalid' });
});

it('can be stopped while the source says nothing', async () => {
  const stopping = new AbortController();
  const silent = streamOf(file, { onPiece: () => new Promise<void>(() => undefined) });
  setTimeout(() => stopping.abort('enough'), 20);
  await expect(openWeights(silent, { ...limits, signal: stopping.signal })).rejects.toMatchObject({
    code: 'aborted',
    cause: 'enough',
  });
});

it('takes out of the header what a trainer tells of the pictures, and moves no number', async () => {
  const metadata = {
    format: 'pt',
    ss_network_dim: '4',
    act_simulation: '{"mark":"KOR"}',
    ss_tag_frequency: '{"selfies":{"anna in the bath":12}}',
    ss_output_name: 'anna',
    'modelspec.title': 'x'.repeat(2_000),
  };
  const told = buildSafetensors(planHeader(loraShapes('sd15'), { metadata }));
  const { sizeBytes, stream, description } = await open(told);
  const kept = Buffer.from(await bytesOf(stream));
  expect(kept.length).toBe(sizeBytes);
  const numbersAt = (bytes: Buffer) => 8 + Number(bytes.readBigUInt64LE());
  expect(numbersAt(kept) % 8).toBe(0);
  expect(kept.subarray(numbersAt(kept)).equals(told.subarray(numbersAt(told)))).toBe(true);
  const [before, after] = [told, kept].map((bytes) => readSafetensorsHeader(bytes, limits));
  expect(after?.tensors).toEqual(before?.tensors);
  expect(Object.fromEntries(after?.metadata ?? [])).toEqual({
    format: 'pt',
    ss_network_dim: '4',
    act_simulation: '{"mark":"KOR"}',
  });
  expect(description.metadata).toEqual({ format: 'pt', ss_network_dim: '4' });
  // What is plain already stays as it is, to the byte.
  expect(await readAll(kept)).toEqual(kept);
});
