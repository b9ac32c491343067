import { expect, it } from 'vitest';
import { causeOf, nextStepsOf } from './failure-words.ts';
import type { JobStatus } from './job-status.ts';
import { keepNewer } from './newer-job.ts';

const job = (status: JobStatus, progress: number, id = 'a') => ({ id, status, progress });

it.each([
  ['what came first', undefined, job('training', 40), job('training', 40)],
  ['another job', job('training', 90), job('pending', 0, 'b'), job('pending', 0, 'b')],
  ['more progress', job('training', 40), job('training', 50), job('training', 50)],
  ['no step back', job('training', 50), job('training', 40), job('training', 50)],
  ['no state back', job('saving', 95), job('training', 94), job('saving', 95)],
  ['an end', job('training', 50), job('failed', 50), job('failed', 50)],
  ['an end that stays', job('failed', 50), job('training', 50), job('failed', 50)],
  ['a late success', job('failed', 50), job('saving', 95), job('saving', 95)],
])('shows %s', (_, known, arrived, shown) => {
  expect(keepNewer(known, arrived)).toEqual(shown);
});

it('has words and three different steps for a failure, and steps for one that it does not know', () => {
  expect(causeOf('out_of_memory')).toBe('memory');
  expect(causeOf('constructor')).toBeNull();
  for (const cause of [causeOf('out_of_memory'), causeOf('no_credit'), null])
    expect(new Set(nextStepsOf(cause)).size).toBe(3);
});
