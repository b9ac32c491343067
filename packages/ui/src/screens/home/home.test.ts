import { expect, it } from 'vitest';
import type { TrainingJob } from '../../api/answers.ts';
import { nextStep } from './ladder.ts';
import { findWaiting } from './waiting.ts';

const nothing = { pictures: 0, jobs: 0, models: 0, generations: 0 };

it.each([
  [nothing, 'upload'],
  [{ ...nothing, pictures: 3 }, 'train'],
  [{ ...nothing, jobs: 1 }, 'train'],
  [{ ...nothing, pictures: 3, models: 1 }, 'generate'],
  [{ ...nothing, generations: 1 }, null],
])('with %j leads to %s', (facts, step) => {
  expect(nextStep(facts)).toBe(step);
});

const now = new Date('2026-11-20T12:00:00Z');
const job = (id: string, changes: Partial<TrainingJob>): TrainingJob =>
  ({
    id,
    status: 'failed',
    retryOf: null,
    createdAt: '2026-11-19T12:00:00Z',
    completedAt: null,
    ...changes,
  }) as TrainingJob;

it('lets those failures wait that are fresh and were not tried again', () => {
  const jobs = [
    job('again', { status: 'completed', retryOf: 'mended' }),
    job('mended', {}),
    job('fresh', {}),
    job('old', { completedAt: '2026-11-01T12:00:00Z' }),
    job('fine', { status: 'completed' }),
  ];
  expect(findWaiting([], jobs, now).failed.map(({ id }) => id)).toEqual(['fresh']);
});
