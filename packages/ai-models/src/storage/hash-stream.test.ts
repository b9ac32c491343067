import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { toByteSource } from '../shared/byte-reader.ts';
import { hashOf, hashStream, type StreamedBytes } from './hash-stream.ts';
import { bytesOf } from './testing/streams.ts';

const bytes = randomBytes(300_000);
const whole = { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length };
const sourceOf = (content: Uint8Array<ArrayBuffer>) => toByteSource(new Blob([content]).stream());

it('passes bytes on as they are, and tells their hash at the end', async () => {
  const told: StreamedBytes[] = [];
  const stream = await hashStream(sourceOf(bytes), (streamed) => told.push(streamed));
  expect((await bytesOf(stream)).equals(bytes)).toBe(true);
  expect(told).toEqual([whole]);
});

it('fails instead of ending where it is told so', async () => {
  const stream = await hashStream(sourceOf(bytes), () => {
    throw new Error('not the same');
  });
  await expect(bytesOf(stream)).rejects.toThrow('not the same');
});

it('tells nothing of a stream that somebody left', async () => {
  let told = false;
  const stream = await hashStream(sourceOf(bytes), () => {
    told = true;
  });
  const reader = stream.getReader();
  await reader.read();
  await reader.cancel();
  expect(told).toBe(false);
});

it('reads to the end for nothing but the hash', async () => {
  expect(await hashOf(sourceOf(bytes), undefined)).toEqual(whole);
  const empty = createHash('sha256').digest('hex');
  expect(await hashOf(sourceOf(new Uint8Array()), undefined)).toEqual({ sha256: empty, sizeBytes: 0 });
});

it('is stopped while it waits', async () => {
  const silent = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
  const stopping = new AbortController();
  const hashing = hashOf(toByteSource(silent), stopping.signal);
  stopping.abort('enough');
  await expect(hashing).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
});
