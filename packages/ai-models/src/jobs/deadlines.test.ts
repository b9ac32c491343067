import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasEnded } from '../database/ended-statuses.ts';
import { signTestWebhook } from '../testing/sign-test-webhook.ts';
import { retryTrainingJob } from '../training/retry-training-job.ts';
import { findLosses } from './testing/check-nothing-lost.ts';
import { deliverWebhook } from './testing/deliver-webhook.ts';
import { beginEpisode, type Episode } from './testing/episode.ts';
import { createJobWorld, type JobWorld } from './testing/job-world.ts';
import { createWire } from './testing/outside-calls.ts';
import { reconcile } from './testing/reconcile.ts';
import { finishTask, readTask, trainingTask } from './testing/task.ts';

let world: JobWorld;
beforeAll(async () => {
  world = await createJobWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const hour = 60 * 60_000;
/** Asks for no wait, which would be a real one, before the question is put again. */
const busyAnswer = () => new Response('{"message":"busy"}', { status: 503, headers: { 'retry-after': '0' } });
type Fault = Omit<Parameters<Episode['simulators']['faults']['add']>[0], 'times'>;

interface Trouble {
  /** Default `flux`. */
  readonly modelType?: 'flux' | 'sdxl';
  readonly faults?: readonly Fault[];
  /** Calls of ours that the other side is too busy for. */
  readonly busy?: RegExp;
  readonly ends: { readonly code: string; readonly withinHours: number; readonly runs: readonly string[] };
}

const troubles: Record<string, Trouble> = {
  'pictures cannot be prepared': {
    busy: /^PATCH \/rest\/v1\/training_datasets/,
    ends: { code: 'deadline_passed', withinHours: 2, runs: [] },
  },
  'its request is lost': {
    faults: [{ on: 'replicate.trainings.create', kind: 'drop-before-accept' }],
    ends: { code: 'outcome_unknown', withinHours: 1, runs: [] },
  },
  'it never gets further': {
    faults: [{ on: 'replicate.trainings.run', kind: 'stall' }],
    ends: { code: 'deadline_passed', withinHours: 2, runs: ['canceled'] },
  },
  'the provider cannot be reached': {
    faults: [
      { on: 'replicate.trainings.get', kind: 'drop-before-accept' },
      { on: 'replicate.trainings.cancel', kind: 'drop-before-accept' },
    ],
    ends: { code: 'deadline_passed', withinHours: 12, runs: ['succeeded'] },
  },
  'its weights cannot be fetched': {
    busy: /trained_model/,
    ends: { code: 'deadline_passed', withinHours: 8, runs: ['succeeded'] },
  },
  'its weights were removed before they were fetched': {
    faults: [{ on: 'replicate.trainings.run', kind: 'expire' }],
    ends: { code: 'output_expired', withinHours: 1, runs: ['succeeded'] },
  },
  'weights that were delivered cannot be read': {
    modelType: 'sdxl',
    busy: /^GET .*\/incoming\/.*weights/,
    ends: { code: 'deadline_passed', withinHours: 8, runs: ['COMPLETED'] },
  },
};

function troubleOf(name: string): Trouble {
  const trouble = troubles[name];
  if (trouble) return trouble;
  throw new Error(`There is no trouble such as ${name}.`);
}

/** Looks every twenty minutes, with the trouble going on. */
async function suffer(episode: Episode, { faults = [], busy, modelType = 'flux' }: Trouble) {
  for (const fault of faults) episode.simulators.faults.add({ ...fault, times: 100_000 });
  const wire = createWire(episode.fetch, ({ name }) => (busy?.test(name) ? busyAnswer() : 'pass'));
  const worker = await episode.openWorker({ fetch: wire.fetch });
  const task = trainingTask(world, { modelType });
  const id = await task.ask(worker);
  const began = episode.clock.now();
  while (!hasEnded((await readTask(episode, task, id)).status) && episode.clock.now() - began < 24 * hour) {
    await episode.clock.advance(hour / 3);
    await task.work(worker, id);
  }
  episode.simulators.faults.clear();
  return { id, task, hours: (episode.clock.now() - began) / hour };
}

async function readMessage(id: string): Promise<string> {
  const [job] = await world.query<{ error_message: string }>(
    'select error_message from public.lora_training_jobs where id = $1',
    [id],
  );
  return job?.error_message ?? '';
}

it.each(Object.entries(troubles))('a training ends by name and in time when %s', async (_name, trouble) => {
  await using episode = await beginEpisode(world);
  const { id, task, hours } = await suffer(episode, trouble);
  const { code, withinHours, runs } = trouble.ends;
  expect(await readTask(episode, task, id)).toMatchObject({
    status: 'failed',
    error_code: code,
    due_at: null,
  });
  expect(hours).toBeLessThanOrEqual(withinHours);
  expect(await readMessage(id)).toMatch(/[Tt]ry again/);
  expect(episode.simulators.runs().map(({ state }) => state)).toEqual(runs);
  await reconcile(episode);
  expect(await findLosses(episode)).toEqual([]);
});

describe('a training that cannot even begin', () => {
  /** Asked for by somebody who leaves the word to the engine, which can find none for as long as `isBusy` says so. */
  async function ask(episode: Episode) {
    const trouble = { isBusy: true };
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      const isHit = trouble.isBusy && address.includes('trigger_word=eq.');
      return isHit ? busyAnswer() : episode.fetch(input, init);
    };
    const worker = await episode.openWorker({ fetch });
    const task = trainingTask(world);
    const id = await task.ask(await episode.openAsker());
    await world.query('update public.lora_training_jobs set trigger_word = null where id = $1', [id]);
    return { trouble, worker, task, id };
  }

  it('ends by name a day after the first look', async () => {
    await using episode = await beginEpisode(world);
    const { worker, task, id } = await ask(episode);
    await episode.clock.advance(72 * hour);
    await task.work(worker, id);
    await episode.clock.advance(23 * hour);
    await task.work(worker, id);
    expect(await readTask(episode, task, id)).toMatchObject({ status: 'pending' });
    await episode.clock.advance(hour);
    await task.work(worker, id);
    expect(await readTask(episode, task, id)).toMatchObject({
      status: 'failed',
      error_code: 'deadline_passed',
    });
  });

  it('begins all the same where nobody looked for days and the first look went wrong', async () => {
    await using episode = await beginEpisode(world);
    const { trouble, worker, task, id } = await ask(episode);
    await episode.clock.advance(72 * hour);
    await task.work(worker, id);
    trouble.isBusy = false;
    expect(await finishTask(episode, worker, task, id)).toMatchObject({ status: 'completed' });
  });
});

it.each([
  'the provider cannot be reached',
  'its weights cannot be fetched',
  'weights that were delivered cannot be read',
])('a success that comes to be known late is kept: after %s', async (name) => {
  await using episode = await beginEpisode(world);
  const { id, task } = await suffer(episode, troubleOf(name));
  expect(await readTask(episode, task, id)).toMatchObject({ status: 'failed' });
  await ringAnew(episode);
  const end = await finishTask(episode, await episode.openWorker(), task, id);
  expect(end).toMatchObject({ status: 'completed', progress: 100, error_code: null });
  expect(episode.simulators.runs()).toHaveLength(1);
  await reconcile(episode);
  expect(await findLosses(episode)).toEqual([]);
});

it.each([
  'the provider cannot be reached',
  'its weights cannot be fetched',
  'weights that were delivered cannot be read',
])('what is tried again is not paid again where the weights are still there: after %s', async (name) => {
  await using episode = await beginEpisode(world);
  const { id, task } = await suffer(episode, troubleOf(name));
  expect(await readTask(episode, task, id)).toMatchObject({ status: 'failed' });
  const worker = await episode.openWorker();
  // The provider is not sure to answer at the first moment.
  episode.simulators.faults.add({ on: 'replicate.trainings.get', kind: 'status', status: 503, times: 6 });
  const again = await retryTrainingJob(worker, id);
  expect(await finishTask(episode, worker, task, again.id)).toMatchObject({ status: 'completed' });
  expect(episode.simulators.runs()).toHaveLength(1);
  await reconcile(episode);
  expect(await findLosses(episode)).toEqual([]);
});

/** The last webhook comes once more, now. */
async function ringAnew(episode: Episode): Promise<void> {
  const { simulators, clock, webhooks } = episode;
  const [webhook] = webhooks.slice(-1);
  if (!webhook) throw new Error('Nobody rang.');
  const headers = await signTestWebhook({
    secret: simulators.replicate.webhookSecret,
    body: await webhook.clone().text(),
    sentAt: new Date(clock.now()),
  });
  expect((await deliverWebhook(episode, new Request(webhook, { headers }))).status).toBe(202);
}
