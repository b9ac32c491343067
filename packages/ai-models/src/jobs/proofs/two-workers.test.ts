import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateImage } from '../../inference/image-generator.ts';
import { retryTrainingJob } from '../../training/retry-training-job.ts';
import { findLosses } from '../testing/check-nothing-lost.ts';
import { beginEpisode, type Episode } from '../testing/episode.ts';
import { createJobWorld, type JobWorld } from '../testing/job-world.ts';
import { createWire, type Wire } from '../testing/outside-calls.ts';
import {
  endLeases,
  finishTask,
  generationTask,
  readTask,
  type Task,
  trainingTask,
  trainModel,
} from '../testing/task.ts';

let world: JobWorld;
beforeAll(async () => {
  world = await createJobWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Two look at the same moment, again and again, until there is nothing to look at. */
async function workSideBySide(episode: Episode, task: Task, id: string): Promise<void> {
  const [one, other] = await Promise.all(['one', 'other'].map((name) => episode.openWorker({ name })));
  if (!one || !other) throw new Error('There are two.');
  for (let looks = 0; looks < 30 && (await readTask(episode, task, id)).due_at !== null; looks += 1) {
    await Promise.all([task.work(one, id), task.work(other, id), task.work(one, id)]);
    await episode.clock.advance(20_000);
  }
}

it('let one of them train and save', async () => {
  await using episode = await beginEpisode(world);
  const task = trainingTask(world);
  const [one, other] = await Promise.all(['one', 'other'].map((name) => episode.openWorker({ name })));
  if (!one || !other) throw new Error('There are two.');
  const [id, same] = await Promise.all([task.ask(one), task.ask(other)]);
  expect(same).toBe(id);
  await workSideBySide(episode, task, id);
  expect(await readTask(episode, task, id)).toMatchObject({ status: 'completed', progress: 100 });
  expect(episode.simulators.runs()).toHaveLength(1);
  expect(await findLosses(episode)).toEqual([]);
});

it('let one of them paint', async () => {
  await using episode = await beginEpisode(world);
  await trainModel(episode);
  const task = generationTask('flux-lora-v1', { numImages: 2 });
  const [one, other] = await Promise.all(['one', 'other'].map((name) => episode.openWorker({ name })));
  if (!one || !other) throw new Error('There are two.');
  const [id, same] = await Promise.all([task.ask(one), task.ask(other)]);
  expect(same).toBe(id);
  await workSideBySide(episode, task, id);
  expect(await readTask(episode, task, id)).toMatchObject({ status: 'completed', progress: 100 });
  expect(episode.simulators.runs().filter(({ kind }) => kind === 'prediction')).toHaveLength(1);
  expect(await findLosses(episode)).toEqual([]);
});

/** Where a worker that saves stands still, until another one stands there too. */
const savingCalls = [
  /reserve_model_version$/,
  /trained_model\.tar$/,
  /^POST \/storage\/v1\/object\/models\/.*(safetensors|:id)$/,
  /register_model$/,
];

it.each(savingCalls)('that save one training at once leave one model: both before %s', async (place) => {
  await using episode = await beginEpisode(world);
  const task = trainingTask(world);
  const asker = await episode.openWorker();
  const id = await task.ask(asker);
  await episode.clock.advance(10 * 60_000);
  const wires: Wire[] = [];
  const working: Promise<unknown>[] = [];
  for (const name of ['first', 'second']) {
    const wire = createWire(episode.fetch, (call) => (place.test(call.name) ? 'freeze' : 'pass'));
    const context = await episode.openWorker({ name, fetch: wire.fetch });
    working.push(task.work(context, id));
    await wire.frozen;
    wires.push(wire);
    await endLeases(episode);
  }
  for (const wire of wires) wire.thaw();
  await Promise.allSettled(working);
  await finishTask(episode, asker, task, id);
  expect(await readTask(episode, task, id)).toMatchObject({ status: 'completed', progress: 100 });
  expect(await findLosses(episode)).toEqual([]);
});

it('that save one training do not take the file away from each other', async () => {
  await using episode = await beginEpisode(world);
  const task = trainingTask(world);
  const asker = await episode.openWorker();
  const id = await task.ask(asker);
  await episode.clock.advance(10 * 60_000);
  // Somebody was killed who had noted where the file goes: the next ones know it from the beginning.
  const mortal = createWire(episode.fetch, ({ name }) =>
    /\/object\/models\//.test(name) ? 'die-after' : 'pass',
  );
  void task.work(await episode.openWorker({ name: 'mortal', fetch: mortal.fetch }), id);
  await mortal.killed;
  const wires: Wire[] = [];
  const working: Promise<unknown>[] = [];
  for (const name of ['first', 'second']) {
    await endLeases(episode);
    const wire = createWire(episode.fetch, (call) => (/register_model$/.test(call.name) ? 'freeze' : 'pass'));
    working.push(task.work(await episode.openWorker({ name, fetch: wire.fetch }), id).catch(() => undefined));
    await wire.frozen;
    wires.push(wire);
  }
  // The one that has lost its lease wakes up first, and is refused.
  for (const [index, wire] of wires.entries()) {
    wire.thaw();
    await working[index];
  }
  await finishTask(episode, asker, task, id);
  expect(await readTask(episode, task, id)).toMatchObject({ status: 'completed', progress: 100 });
  expect(await findLosses(episode)).toEqual([]);
});

it('who look for two requests for the very same pictures find each its own', async () => {
  await using episode = await beginEpisode(world);
  const { faults } = episode.simulators;
  const worker = await episode.openWorker();
  faults.add({ on: 'replicate.predictions.create', kind: 'drop-after-accept', times: 2 });
  faults.add({ on: 'replicate.predictions.list', kind: 'status', status: 503, times: 1_000 });
  const wish = { modelId: 'flux-lora-v1', prompt: 'a cup', seed: 7, megapixels: '0.25', waitMs: 0 } as const;
  const tasks = ['one', 'other'].map((idempotencyKey) => ({
    ...generationTask('flux-lora-v1'),
    ask: async () => (await generateImage(worker, { ...wish, idempotencyKey })).id,
  }));
  for (const task of tasks) await task.ask();
  faults.clear();
  for (const task of tasks) {
    expect(await finishTask(episode, worker, task, await task.ask())).toMatchObject({ status: 'completed' });
  }
  expect(episode.simulators.runs()).toHaveLength(2);
  expect(await findLosses(episode)).toEqual([]);
});

it('who try the same training again at once pay once', async () => {
  await using episode = await beginEpisode(world);
  const task = trainingTask(world);
  const context = await episode.openWorker();
  episode.simulators.faults.add({ on: 'replicate.trainings.run', kind: 'fail-run' });
  const id = await task.ask(context);
  expect(await finishTask(episode, context, task, id)).toMatchObject({ status: 'failed' });
  const [one, other] = await Promise.all([retryTrainingJob(context, id), retryTrainingJob(context, id)]);
  expect(other?.id).toBe(one?.id);
  expect(await finishTask(episode, context, task, one?.id ?? '')).toMatchObject({ status: 'completed' });
  expect(episode.simulators.runs()).toHaveLength(2);
  expect(await findLosses(episode)).toEqual([]);
});
