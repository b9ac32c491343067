import { randomUUID } from 'node:crypto';
import { isFullRun } from '@act/local-stack/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AiModelsContext } from '../../context.ts';
import { AiModelsError } from '../../errors/index.ts';
import { generateImage } from '../../inference/image-generator.ts';
import { paintPicture, toBytes } from '../../node/testing/paint-picture.ts';
import { mapConcurrently } from '../../shared/map-concurrently.ts';
import { createTrainingJob } from '../../training/create-training-job.ts';
import { syncTrainingJob } from '../../training/training-jobs.ts';
import { uploadTrainingImages } from '../../training/upload-training-images.ts';
import { findLosses } from '../testing/check-nothing-lost.ts';
import { beginEpisode, type Episode } from '../testing/episode.ts';
import { createJobWorld, type JobWorld } from '../testing/job-world.ts';
import { type CallFate, createWire, type OutsideCall } from '../testing/outside-calls.ts';
import { pickSome } from '../testing/pick-some.ts';
import { reconcile } from '../testing/reconcile.ts';
import {
  endLeases,
  finishTask,
  generationTask,
  type Task,
  trainingTask,
  trainModel,
} from '../testing/task.ts';

const isFull = isFullRun();
const timeout = isFull ? 3_600_000 : 300_000;

let world: JobWorld;
let picture: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  world = await createJobWorld();
  picture = await toBytes(paintPicture({ seed: 9, width: 640, height: 512 }).jpeg());
  await using episode = await beginEpisode(world);
  await trainModel(episode);
});
afterAll(() => world[Symbol.asyncDispose]());

/** Something that a caller may break off. */
interface Call {
  /** What has happened before; the id that the call is about, where it needs one. */
  prepare(episode: Episode): Promise<string>;
  run(context: AiModelsContext, id: string, signal: AbortSignal): Promise<unknown>;
  /** Comes to the end of what was begun: the same call again, and time. */
  finish(episode: Episode, id: string): Promise<void>;
}

async function complete(episode: Episode, task: Task): Promise<void> {
  const context = await episode.openWorker();
  const id = await task.ask(context);
  const end = await finishTask(episode, context, task, id);
  const paid = episode.simulators.runs().length;
  // That it was noted and not sent is more than a database that was lost can tell: somebody has to say that it is sent again.
  if (end.error_code === 'outcome_unknown') return expect(paid).toBe(0);
  expect(end).toMatchObject({ status: 'completed', progress: 100 });
  expect(paid).toBe(1);
}

const calls: Record<string, Call> = {
  uploadTrainingImages: {
    prepare: async () => randomUUID(),
    run: (context, _id, signal) => uploadTrainingImages(context, { files: [picture], signal }),
    finish: async (episode) => {
      const [uploaded] = await uploadTrainingImages(await episode.openWorker(), { files: [picture] });
      expect(uploaded?.status).toBe('received');
    },
  },
  createTrainingJob: {
    prepare: async () => randomUUID(),
    run: (context, key, signal) =>
      createTrainingJob(context, {
        modelType: 'flux',
        subjectKind: 'product',
        trainingAssetIds: world.assetIds,
        config: { steps: 3, loraRank: 1, autocaption: false },
        trainAnyway: true,
        idempotencyKey: key,
        signal,
      }),
    finish: async (episode, key) => {
      await complete(episode, trainingTask(world, { key }));
    },
  },
  'syncTrainingJob, while it saves': {
    prepare: async (episode) => {
      const key = randomUUID();
      const id = await trainingTask(world, { key }).ask(await episode.openWorker());
      await episode.clock.advance(10 * 60_000);
      return `${key} ${id}`;
    },
    run: (context, id, signal) => syncTrainingJob(context, id.split(' ')[1] ?? '', { signal }),
    finish: async (episode, id) => {
      await complete(episode, trainingTask(world, { key: id.split(' ')[0] ?? '' }));
    },
  },
  generateImage: {
    prepare: async () => randomUUID(),
    run: (context, key, signal) =>
      generateImage(context, {
        modelId: 'flux-lora-v1',
        prompt: `a [brand] cup ${key}`,
        numImages: 1,
        megapixels: '0.25',
        outputFormat: 'jpg',
        inferenceSteps: 4,
        idempotencyKey: key,
        waitMs: 0,
        signal,
      }),
    finish: async (episode, key) => {
      await complete(episode, generationTask('flux-lora-v1', { key, numImages: 1 }));
    },
  },
};

/** Runs the call once, with a fate for each of its calls to the outside; what it threw, or null. */
async function runWith(
  episode: Episode,
  call: Call,
  id: string,
  decide: (outside: OutsideCall, stop: AbortController) => CallFate,
) {
  const stop = new AbortController();
  const wire = createWire(episode.fetch, (outside) => decide(outside, stop));
  const name = `unlucky-${randomUUID()}`;
  const context = await episode.openWorker({ name, fetch: wire.fetch });
  const error: unknown = await call.run(context, id, stop.signal).then(
    () => null,
    (refused: unknown) => refused,
  );
  await endLeases(episode, name);
  return { error, calls: wire.calls };
}

async function listCalls(call: Call): Promise<readonly OutsideCall[]> {
  await using episode = await beginEpisode(world);
  const { calls: all, error } = await runWith(episode, call, await call.prepare(episode), () => 'pass');
  expect(error).toBeNull();
  return isFull ? all : all.filter(({ name }) => !/^(GET|HEAD) /.test(name));
}

/** Several at a time: most of it is waiting for second tries. */
async function forEachCall(
  places: readonly OutsideCall[],
  look: (episode: Episode, outside: OutsideCall, about: string) => Promise<void>,
): Promise<void> {
  await mapConcurrently(places, 6, async (outside) => {
    await using episode = await beginEpisode(world);
    const about = `${outside.occurrence}. ${outside.name}`;
    await look(episode, outside, about).catch((error: unknown) => {
      throw new Error(`At ${about}`, { cause: error });
    });
  });
  await using episode = await beginEpisode(world);
  await reconcile(episode);
  expect(await findLosses(episode)).toEqual([]);
}

const isSame = (one: OutsideCall, other: OutsideCall) =>
  one.name === other.name && one.occurrence === other.occurrence;

describe.each(Object.entries(calls))('%s', (_name, call) => {
  it('leaves nothing half done when it is aborted, wherever it is', { timeout }, async () => {
    const errors: unknown[] = [];
    await forEachCall(pickSome(await listCalls(call), 3), async (episode, place, about) => {
      const id = await call.prepare(episode);
      const { error } = await runWith(episode, call, id, (outside, stop) => {
        if (isSame(outside, place)) stop.abort(new Error('No more.'));
        return 'pass';
      });
      errors.push(error);
      if (error !== null) expect(toCodes(error), about).toEqual(['aborted']);
      await call.finish(episode, id);
    });
    // Only what is done by then is too late to be stopped.
    expect(errors.filter((error) => error !== null).length).toBeGreaterThan(0);
  });

  it('ends with an error of ours when the database is lost, and goes well afterwards', {
    timeout,
  }, async () => {
    const places = (await listCalls(call)).filter(({ name }) => name.includes('/rest/'));
    await forEachCall(pickSome(places, 4), async (episode, place, about) => {
      const id = await call.prepare(episode);
      let isLost = false;
      const { error } = await runWith(episode, call, id, (outside) => {
        isLost ||= isSame(outside, place);
        if (!isLost || !outside.name.includes('/rest/')) return 'pass';
        return place.number % 2 === 0 ? 'lose' : new Response('<h1>Bad gateway</h1>', { status: 502 });
      });
      if (error !== null) expect(toCodes(error), about).toEqual(['database_failed']);
      await call.finish(episode, id);
    });
  });
});

it('waits while the disk is full, and goes well afterwards', { timeout }, async () => {
  await mapConcurrently(Object.entries(calls), 4, async ([name, call]) => {
    await using episode = await beginEpisode(world);
    const id = await call.prepare(episode);
    const { error } = await runWith(episode, call, id, (outside) =>
      /^POST \/storage\/v1\/object\/(?!sign)/.test(outside.name)
        ? Response.json({ statusCode: '507', error: 'disk_full', message: 'No space left' }, { status: 507 })
        : 'pass',
    );
    // A picture is refused; what has begun waits for better times.
    expect(error === null ? [] : toCodes(error), name).toEqual(
      name === 'uploadTrainingImages' ? ['storage_failed'] : [],
    );
    await call.finish(episode, id);
  });
  await using episode = await beginEpisode(world);
  await reconcile(episode);
  expect(await findLosses(episode)).toEqual([]);
});

/** Of an error of ours, or of those that it holds. */
function toCodes(error: unknown): string[] {
  if (!AiModelsError.isInstance(error)) return [`not ours: ${String(error)}`];
  const failed = 'failed' in error && Array.isArray(error.failed) ? error.failed : [];
  return failed.length === 0 ? [error.code] : failed.map((one: { error: AiModelsError }) => one.error.code);
}
