import { expect, it, onTestFinished, vi } from 'vitest';
import { createManualClock, createScaledClock } from './simulated-clock.ts';

it('runs by hand what is due, in order, and waits for each', async () => {
  const clock = createManualClock({ startAt: 1_000 });
  const seen: string[] = [];
  clock.schedule(20, () => void seen.push(`second at ${clock.now()}`));
  clock.schedule(10, async () => {
    await Promise.resolve();
    seen.push(`first at ${clock.now()}`);
    clock.schedule(5, () => void seen.push(`from within at ${clock.now()}`));
  });
  clock.schedule(20, () => void seen.push('third'));
  clock.schedule(5, () => void seen.push('never')).cancel();
  await clock.advance(20);
  expect(seen).toEqual(['first at 1010', 'from within at 1015', 'second at 1020', 'third']);
  expect(clock.elapsedMs()).toBe(20);
});

it('lets durations pass faster than the wall, and keeps its moments', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const clock = createScaledClock(40);
  const startedAt = Date.now();
  const rang = vi.fn();
  clock.schedule(20 * 60_000, rang);
  await vi.advanceTimersByTimeAsync(29_900);
  expect(rang).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(rang).toHaveBeenCalledOnce();
  expect(clock.now() - startedAt).toBe(30_000);
  expect(clock.momentIn(40_000) - clock.now()).toBe(1_000);
  expect(clock.elapsedMs()).toBe(20 * 60_000);
});

it('hurries what is scheduled already when its speed changes, and stops for good', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const clock = createScaledClock(1);
  const rang = vi.fn();
  clock.schedule(10_000, rang);
  await vi.advanceTimersByTimeAsync(5_000);
  clock.setSpeed(100);
  await vi.advanceTimersByTimeAsync(51);
  expect(rang).toHaveBeenCalledOnce();
  clock.schedule(1, rang);
  clock.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(rang).toHaveBeenCalledOnce();
  expect(() => clock.setSpeed(0)).toThrow('more than 0');
});
