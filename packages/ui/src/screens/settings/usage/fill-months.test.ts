import { expect, it } from 'vitest';
import { fillMonths } from './fill-months.ts';

it('has every month once, the oldest first, across a new year', () => {
  const known = { month: '2026-12', trainings: 1, pictures: 4, costUsd: 2, gpuSeconds: 60 };
  const filled = fillMonths([known], 4, new Date('2027-02-28T23:30:00Z'));
  expect(filled.map(({ month }) => month)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  expect(filled[1]).toBe(known);
  expect(filled[3]).toMatchObject({ costUsd: 0, trainings: 0 });
});
