import type { TrainingJob } from '@act/ui/api/answers';
import { sampleJob } from '@act/ui/testing/samples';
import { expect, it } from 'vitest';
import { parseAsk } from './ask.ts';
import { reachedMark } from './marks.ts';
import { toTwin, toTwins, triesOf } from './twin.ts';

const jobOf = (id: string, more: Partial<TrainingJob> = {}) => sampleJob(id, { name: `job ${id}`, ...more });

it('calls a twin as its owner does, and one that came another way by its training', () => {
  expect(toTwin(jobOf('a', { metadata: { fursonaName: ' Biscuit ', voice: 'bold' } }))).toMatchObject({
    name: 'Biscuit',
    traits: { voice: 'bold' },
  });
  expect(toTwin(jobOf('a', { metadata: null })).name).toBe('job a');
});

it('shows each twin once, however often it was tried', () => {
  const jobs = [
    jobOf('third', { retryOf: 'second' }),
    jobOf('other'),
    jobOf('second', { retryOf: 'first' }),
    jobOf('first'),
  ];
  expect(toTwins(jobs).map(({ job }) => job.id)).toEqual(['third', 'other']);
  expect(jobs[0] && triesOf(jobs[0], jobs).map(({ id }) => id)).toEqual(['third', 'second', 'first']);
});

it.each([
  [0, 0],
  [19, 0],
  [20, 20],
  [29, 20],
  [94, 90],
  [100, 100],
])('at %d per cent has reached the mark of %d', (progress, mark) => expect(reachedMark(progress)).toBe(mark));

it('reads what was about to be asked, as far as it can be asked', () => {
  const ask = { text: 'by the sea', count: 2, aspectRatio: '16:9' };
  expect(parseAsk(ask)).toEqual(ask);
  expect(parseAsk({ text: 4, count: 9, aspectRatio: '7:1' })).toEqual({
    text: '',
    count: 4,
    aspectRatio: '1:1',
  });
});
