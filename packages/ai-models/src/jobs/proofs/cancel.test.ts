import { afterAll, beforeAll, expect, it } from 'vitest';
import { retryTrainingJob } from '../../training/retry-training-job.ts';
import {
  cancelTrainingJob,
  deleteTrainingJob,
  getTrainingJob,
  listTrainingJobs,
  restoreTrainingJob,
} from '../../training/training-jobs.ts';
import { findLosses } from '../testing/check-nothing-lost.ts';
import { beginEpisode, type Episode } from '../testing/episode.ts';
import { createJobWorld, type JobWorld } from '../testing/job-world.ts';
import { createWire } from '../testing/outside-calls.ts';
import { reconcile } from '../testing/reconcile.ts';
import { endLeases, finishTask, readTask, type Task, trainingTask } from '../testing/task.ts';

let world: JobWorld;
beforeAll(async () => {
  world = await createJobWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** How a training comes to where it is cancelled. */
type Beginning = (episode: Episode, task: Task, id: string) => Promise<void>;

const work: Beginning = async (episode, task, id) => {
  await task.work(await episode.openWorker(), id);
};
const fail = (
  { simulators }: Episode,
  on: string,
  kind: 'drop-after-accept' | 'drop-before-accept' | 'status',
) => simulators.faults.add({ on, kind, times: 1_000, ...(kind === 'status' && { status: 503 }) });

const dieAfter =
  (place: RegExp): Beginning =>
  async (episode, task, id) => {
    await work(episode, task, id);
    await episode.clock.advance(10 * 60_000);
    const wire = createWire(episode.fetch, ({ name }) => (place.test(name) ? 'die-after' : 'pass'));
    void task.work(await episode.openWorker({ fetch: wire.fetch }), id);
    await wire.killed;
    await endLeases(episode);
  };

const beginnings: Record<string, { begin: Beginning; status: string; runs: string[]; end?: string }> = {
  'before anything was done': { begin: async () => undefined, status: 'pending', runs: [] },
  'while nobody knows that its request arrived': {
    begin: async (episode, task, id) => {
      fail(episode, 'replicate.trainings.create', 'drop-after-accept');
      fail(episode, 'replicate.trainings.list', 'status');
      await work(episode, task, id);
    },
    status: 'uploading',
    runs: ['aborted'],
  },
  'while nobody knows that its request was lost': {
    begin: async (episode, task, id) => {
      fail(episode, 'replicate.trainings.create', 'drop-before-accept');
      await work(episode, task, id);
    },
    status: 'uploading',
    runs: [],
  },
  'while it waits for a machine': { begin: work, status: 'queued', runs: ['aborted'] },
  'while it trains': {
    begin: async (episode, task, id) => {
      await work(episode, task, id);
      await episode.clock.advance(40_000);
      await work(episode, task, id);
    },
    status: 'training',
    runs: ['canceled'],
  },
  'while its weights are saved': {
    begin: dieAfter(/^POST \/storage\/v1\/object\/models\//),
    status: 'saving',
    runs: ['succeeded'],
  },
  'when its model was entered already': {
    begin: dieAfter(/register_model$/),
    status: 'saving',
    runs: ['succeeded'],
    end: 'completed',
  },
};

it.each(Object.entries(beginnings))('ends a training %s', async (_name, { begin, status, runs, end }) => {
  await using episode = await beginEpisode(world);
  const task = trainingTask(world);
  const asker = await episode.openAsker();
  const id = await task.ask(asker);
  await begin(episode, task, id);
  expect(await readTask(episode, task, id)).toMatchObject({ status });
  await cancelTrainingJob(asker, id);
  episode.simulators.faults.clear();
  const ending = await finishTask(episode, await episode.openWorker(), task, id);
  expect(ending.status).toBe(end ?? 'cancelled');
  expect(episode.simulators.runs().map(({ state }) => state)).toEqual(runs);
  await reconcile(episode);
  expect(await findLosses(episode)).toEqual([]);
  await expect(cancelTrainingJob(asker, id)).rejects.toMatchObject({ code: 'conflict' });
});

it('says that it looks for a run of which nobody knows, before and after somebody wants it stopped', async () => {
  await using episode = await beginEpisode(world);
  const task = trainingTask(world);
  fail(episode, 'replicate.trainings.create', 'drop-before-accept');
  const worker = await episode.openWorker();
  const id = await task.ask(worker);
  const isLooking = { status: 'uploading', stage: 'looking for the run' };
  expect(await getTrainingJob(worker, id)).toMatchObject(isLooking);
  await cancelTrainingJob(worker, id);
  expect(await getTrainingJob(worker, id)).toMatchObject({
    ...isLooking,
    cancelRequestedAt: expect.any(String),
  });
});

it('does not say that it ended before the provider did', async () => {
  await using episode = await beginEpisode(world);
  const task = trainingTask(world);
  const worker = await episode.openWorker();
  const id = await task.ask(worker);
  fail(episode, 'replicate.trainings.cancel', 'status');
  await cancelTrainingJob(worker, id);
  expect(await readTask(episode, task, id)).toMatchObject({ status: 'queued' });
  episode.simulators.faults.clear();
  expect(await finishTask(episode, worker, task, id)).toMatchObject({ status: 'cancelled' });
  expect(episode.simulators.runs()).toMatchObject([{ state: 'aborted' }]);
});

it('waits for a provider that takes its time to stop', async () => {
  await using episode = await beginEpisode(world);
  const task = trainingTask(world);
  const id = await task.ask(await episode.openWorker());
  // It says yes, and goes on.
  const wire = createWire(episode.fetch, ({ name }) =>
    name.endsWith('/cancel') ? Response.json({ id: 'any', status: 'processing' }) : 'pass',
  );
  await cancelTrainingJob(await episode.openWorker({ fetch: wire.fetch }), id);
  expect(await readTask(episode, task, id)).toMatchObject({ status: 'queued' });
  expect(await finishTask(episode, await episode.openWorker(), task, id)).toMatchObject({
    status: 'cancelled',
  });
  expect(episode.simulators.runs()).toMatchObject([{ state: 'aborted' }]);
});

it('hides, restores and tries again only what has ended', async () => {
  await using episode = await beginEpisode(world);
  const task = trainingTask(world);
  const worker = await episode.openWorker();
  const id = await task.ask(worker);
  await expect(deleteTrainingJob(worker, id)).rejects.toMatchObject({ code: 'conflict' });
  await expect(retryTrainingJob(worker, id)).rejects.toMatchObject({ code: 'conflict' });
  await cancelTrainingJob(worker, id);
  await finishTask(episode, worker, task, id);
  const isListed = async () => (await listTrainingJobs(worker)).items.some((job) => job.id === id);
  await deleteTrainingJob(worker, id);
  expect(await isListed()).toBe(false);
  await restoreTrainingJob(worker, id);
  expect(await isListed()).toBe(true);

  const again = await retryTrainingJob(worker, id);
  expect(await finishTask(episode, worker, task, again.id)).toMatchObject({ status: 'completed' });
  await expect(retryTrainingJob(worker, again.id)).rejects.toMatchObject({ code: 'conflict' });
  await reconcile(episode);
  expect(await findLosses(episode)).toEqual([]);
  const countModels = async () => (await world.query('select id from public.brand_models')).length;
  const before = await countModels();
  await deleteTrainingJob(worker, again.id, { forever: true });
  expect(await countModels()).toBe(before);
});
