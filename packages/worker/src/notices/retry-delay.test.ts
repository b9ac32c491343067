import { expect, it } from 'vitest';
import { toRetryDelay } from './retry-delay.ts';

const usual = { attempts: 1, ageMs: 0, retryAfterSeconds: null, random: () => 0.5 };

it('waits longer each time, about a day in all, and then no more', () => {
  const delays = Array.from({ length: 10 }, (_, index) => toRetryDelay({ ...usual, attempts: index + 1 }));
  expect(delays).toEqual([10, 60, 300, 900, 3_600, 7_200, 14_400, 28_800, 28_800, null]);
});

it('spreads what failed together', () => {
  const delays = [0, 0.99].map((number) => toRetryDelay({ ...usual, attempts: 5, random: () => number }));
  expect(delays).toEqual([2_880, 4_306]);
});

it('asks nobody sooner than they said, and waits no longer than a day', () => {
  const asked = (retryAfterSeconds: number) => toRetryDelay({ ...usual, retryAfterSeconds });
  expect([asked(3), asked(600), asked(10_000_000)]).toEqual([10, 600, 86_400]);
});

it('gives up what nobody needs to hear any more', () => {
  expect(toRetryDelay({ ...usual, ageMs: 2 * 86_400_000 + 1 })).toBeNull();
});
