import { expect, it } from 'vitest';
import { readBytes, readWhole } from './read-bytes.ts';

/** A stream of pieces of so many bytes, which tells what becomes of it; without a last one it never ends. */
function streamOf(pieces: readonly number[], { ends = true } = {}) {
  const seen = { pulled: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: (controller) => {
        const size = pieces[seen.pulled];
        seen.pulled += 1;
        if (size !== undefined) controller.enqueue(new Uint8Array(size).fill(seen.pulled));
        else if (ends) controller.close();
        else return new Promise(() => undefined);
      },
      cancel: () => {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, seen };
}

const tooLong = () => new Error('too long');

it('gives the pieces as they came, or all of it as one', async () => {
  const pieces = await readBytes(streamOf([2, 0, 3]).stream, { maximumBytes: 5, tooLong });
  expect(pieces.map((piece) => [...piece])).toEqual([[1, 1], [], [3, 3, 3]]);
  const whole = await readWhole(streamOf([2, 3]).stream, { maximumBytes: 5, tooLong });
  expect([...whole]).toEqual([1, 1, 2, 2, 2]);
  expect(await readWhole(null, { maximumBytes: 0, tooLong })).toHaveLength(0);
});

it('stops at the first byte that is too many, and closes the stream', async () => {
  const { stream, seen } = streamOf([3, 3, 3, 3, 3]);
  await expect(readBytes(stream, { maximumBytes: 5, tooLong })).rejects.toThrow('too long');
  expect(seen).toEqual({ pulled: 2, cancelled: true });
});

it('is stopped while it waits for bytes that never come', async () => {
  const { stream, seen } = streamOf([], { ends: false });
  const stopping = new AbortController();
  const reading = readBytes(stream, { maximumBytes: 5, tooLong, signal: stopping.signal });
  stopping.abort('enough');
  await expect(reading).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
  expect(seen.cancelled).toBe(true);
});

it('reads nothing where it was stopped before', async () => {
  const { stream, seen } = streamOf([3]);
  const signal = AbortSignal.abort();
  await expect(readBytes(stream, { maximumBytes: 5, tooLong, signal })).rejects.toMatchObject({
    code: 'aborted',
  });
  expect(seen).toEqual({ pulled: 0, cancelled: true });
});

it('fails as the stream does', async () => {
  const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: () => Promise.reject(new Error('the connection was lost')),
  });
  await expect(readWhole(broken, { maximumBytes: 5, tooLong })).rejects.toThrow('the connection was lost');
});
