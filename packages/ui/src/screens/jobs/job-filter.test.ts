import { expect, it } from 'vitest';
import type { TrainingJob } from '../../api/answers.ts';
import {
  anyJob,
  isWanted,
  type JobFilter,
  readFilter,
  toJobQuery,
  writeFilter,
} from '../../jobs/job-filter.ts';
import { sampleJob } from '../../testing/samples.ts';
import { costOfRetry, isPossible } from './job-acts.ts';

const job = sampleJob('a', {
  name: 'Autumn-lookbook',
  status: 'failed',
  progress: 40,
  triggerWord: 'acmebag7',
  estimatedCostUsd: 2,
});

it.each<JobFilter>([
  anyJob,
  { ...anyJob, search: 'two words & more' },
  {
    search: 'x',
    state: 'failed',
    base: 'sdxl',
    hidesFailed: true,
    sorting: { columnId: 'cost', direction: 'descending' },
  },
  { ...anyJob, sorting: { columnId: 'name', direction: 'ascending' } },
])('reads from an address what it wrote there', (filter) => {
  expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
});

it('leaves an address empty where everything is shown', () => {
  expect(writeFilter(anyJob)).toBe('');
});

it('takes what an address does not know as if it were not there', () => {
  expect(readFilter(new URLSearchParams('status=lost&base=sd3&hide=all&sort=<b>&other=1'))).toEqual(anyJob);
});

it.each<[Partial<JobFilter>, boolean]>([
  [{}, true],
  [{ hidesFailed: true }, false],
  [{ state: 'failed' }, true],
  [{ state: 'failed', hidesFailed: true }, true],
  [{ state: 'running' }, false],
])('by %j keeps one that has failed since: %s', (filter, expected) => {
  expect(isWanted(job, { ...anyJob, ...filter })).toBe(expected);
});

it('offers for each state what the interface allows', () => {
  const offered = (changes: Partial<TrainingJob>) =>
    (['cancel', 'retry', 'delete'] as const).filter((act) => isPossible(act, { ...job, ...changes }));
  expect(offered({ status: 'training' })).toEqual(['cancel']);
  expect(offered({ status: 'training', cancelRequestedAt: job.createdAt })).toEqual([]);
  expect(offered({ status: 'saving' })).toEqual([]);
  expect(offered({ status: 'failed' })).toEqual(['retry', 'delete']);
  expect(offered({ status: 'completed' })).toEqual(['delete']);
});

it('adds up what trying again costs, and says nothing where one is unknown', () => {
  expect(costOfRetry([job, job])).toBe(4);
  expect(costOfRetry([job, { ...job, estimatedCostUsd: null }])).toBeNull();
});

it.each<[Partial<JobFilter>, ReturnType<typeof toJobQuery>]>([
  [{}, {}],
  [{ search: '  ' }, {}],
  [
    { search: ' Autumn ', base: 'sdxl' },
    { name: 'Autumn', modelType: 'sdxl' },
  ],
  [{ search: 'a'.repeat(200) }, { name: 'a'.repeat(120) }],
  [{ state: 'failed', hidesFailed: true }, { status: ['failed'] }],
  [{ state: 'running' }, { status: ['pending', 'uploading', 'queued', 'training', 'saving'] }],
  [
    { hidesFailed: true },
    { status: ['pending', 'uploading', 'queued', 'training', 'saving', 'completed', 'cancelled'] },
  ],
])('asks by %j for %j', (filter, query) => {
  expect(toJobQuery({ ...anyJob, ...filter })).toEqual(query);
});
