import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pause } from '../pause.ts';
import { withIdleTimeout } from './idle-timeout.ts';

// Time passes as it is told to: on a busy machine, 60 ms are sometimes 200.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const silent = new Error('silent');
const toError = () => silent;

/** A body that gives some pieces, each after so long, and then ends or says nothing more. */
function bodyOf(pieces: readonly string[], { everyMs = 0, ends = true } = {}) {
  const state: { cancelledWith: unknown } = { cancelledWith: null };
  const left = [...pieces];
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        await pause(everyMs);
        const piece = left.shift();
        if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
        else if (ends) controller.close();
        else await new Promise(() => undefined);
      },
      cancel: (reason) => {
        state.cancelledWith = reason;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, state };
}

it('ends a body that stops coming, and lets its sender go', async () => {
  const { stream, state } = bodyOf(['all but ', 'the end'], { ends: false });
  const response = withIdleTimeout(new Response(stream), { idleTimeoutMs: 30, toError });
  const ended = expect(response.text()).rejects.toBe(silent);
  await vi.advanceTimersByTimeAsync(20);
  expect(state.cancelledWith).toBeNull();
  await vi.advanceTimersByTimeAsync(20);
  await ended;
  expect(state.cancelledWith).toBe(silent);
});

it('lets a body come slowly, as long as it comes', async () => {
  const { stream } = bodyOf(['a', 'b', 'c', 'd'], { everyMs: 59_000 });
  const text = withIdleTimeout(new Response(stream), { idleTimeoutMs: 60_000, toError }).text();
  await vi.advanceTimersByTimeAsync(5 * 59_000);
  expect(await text).toBe('abcd');
});

it('gives a slow reader all time', async () => {
  const { stream } = bodyOf(['a', 'b']);
  const reader = withIdleTimeout(new Response(stream), { idleTimeoutMs: 30, toError }).body?.getReader();
  const read = async () => {
    const reading = reader?.read();
    await vi.advanceTimersByTimeAsync(0);
    return (await reading)?.done;
  };
  expect(await read()).toBe(false);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(await read()).toBe(false);
});

it('passes on what its sender fails with, and that nobody wants the rest', async () => {
  const lost = new Error('lost');
  const failing = new ReadableStream({ pull: () => Promise.reject(lost) });
  await expect(withIdleTimeout(new Response(failing), { toError }).text()).rejects.toBe(lost);
  const { stream, state } = bodyOf(['a']);
  await withIdleTimeout(new Response(stream), { toError }).body?.cancel('enough');
  expect(state.cancelledWith).toBe('enough');
});

it('is the same answer otherwise', async () => {
  const init = { status: 206, headers: { 'content-length': '1', 'content-range': 'bytes 0-0/9' } };
  const response = withIdleTimeout(new Response('a', init), { toError });
  expect(response.status).toBe(206);
  expect(Object.fromEntries(response.headers)).toMatchObject(init.headers);
  const empty = new Response(null, { status: 204 });
  expect(withIdleTimeout(empty, { toError })).toBe(empty);
});
