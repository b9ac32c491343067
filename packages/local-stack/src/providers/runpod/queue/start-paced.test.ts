import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createManualClock } from '../../time/simulated-clock.ts';
import { startPaced } from './start-paced.ts';

it('keeps a clock that is advanced by hand from running ahead of work that the clock knows nothing of', async () => {
  const clock = createManualClock();
  const { signal } = new AbortController();
  const moments: number[] = [];
  await startPaced({ clock, signal }, async (sleep) => {
    for (let round = 0; round < 3; round++) {
      await sleep(10);
      await wait(5);
      moments.push(clock.elapsedMs());
    }
  });
  await clock.advance(1_000);
  expect(moments).toEqual([10, 20, 30]);
});

it.each([50, Number.POSITIVE_INFINITY])('ends a wait of %s ms when the work is stopped', async (ms) => {
  const clock = createManualClock();
  const stopping = new AbortController();
  const heard = Promise.withResolvers<unknown>();
  await startPaced({ clock, signal: stopping.signal }, (sleep) => sleep(ms).catch(heard.resolve));
  stopping.abort(new Error('enough'));
  expect(await heard.promise).toMatchObject({ message: 'enough' });
  await clock.advance(100);
});

it('does not begin to wait when the work was stopped before', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  const heard = Promise.withResolvers<unknown>();
  await startPaced({ clock: createManualClock(), signal }, (sleep) => sleep(10).catch(heard.resolve));
  expect(await heard.promise).toMatchObject({ message: 'enough' });
});
