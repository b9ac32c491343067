import { expect, it } from 'vitest';
import { measureReading } from './measure-reading.ts';

it('reads the same training both ways', { timeout: 60_000 }, async () => {
  const { bare, ours } = await measureReading(5);
  expect([bare.length, ours.length]).toEqual([5, 5]);
  for (const ms of [...bare, ...ours]) expect(ms).toBeGreaterThan(0);
});
