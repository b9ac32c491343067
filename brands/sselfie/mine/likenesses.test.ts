import type { BrandModel, TrainingJob } from '@act/ui/api/answers';
import { sampleJob } from '@act/ui/testing/samples';
import { expect, it } from 'vitest';
import { toLikenesses } from './likenesses.ts';

const job = (id: string, status: TrainingJob['status'], change: Partial<TrainingJob> = {}) =>
  sampleJob(id, { name: `name of ${id}`, status, createdAt: `2026-11-20T12:0${id}:00Z`, ...change });

const model = (jobId: string | null): BrandModel => ({
  id: `model of ${jobId}`,
  brandId: 'sselfie',
  modelId: 'winter-v1',
  name: 'winter',
  version: 1,
  modelType: 'flux',
  jobId,
  triggerWord: 'user42585527',
  rank: 16,
  sizeBytes: 1000,
  sha256: 'a'.repeat(64),
  path: 'models/sselfie/winter-v1.safetensors',
  providerModel: 'acme/winter',
  providerVersion: 'd4735e3a',
  shared: null,
  status: 'ready',
  aliases: ['live'],
  sourcesDeletedAt: null,
  metadata: {},
  createdAt: '2026-11-20T11:00:00Z',
});

const namesOf = (...given: Parameters<typeof toLikenesses>) => toLikenesses(...given).map(({ name }) => name);

it('shows a training and its model as one, by the name that the person gave', () => {
  const [likeness, ...others] = toLikenesses([job('1', 'completed')], [model('1')]);
  expect(others).toEqual([]);
  expect(likeness).toMatchObject({ name: 'name of 1', job: { id: '1' }, model: { modelId: 'winter-v1' } });
});

it('keeps a model whose training was deleted', () => {
  expect(namesOf([], [model('1')])).toEqual(['winter']);
});

it('leaves out what was cancelled, and what was tried again', () => {
  const jobs = [job('3', 'training', { retryOf: '2' }), job('2', 'failed'), job('1', 'cancelled')];
  expect(namesOf(jobs, [])).toEqual(['name of 3']);
});

it('puts the newest first', () => {
  const jobs = [job('3', 'training'), job('2', 'failed'), job('1', 'completed')];
  expect(namesOf(jobs, [model('1')])).toEqual(['name of 3', 'name of 2', 'name of 1']);
});
