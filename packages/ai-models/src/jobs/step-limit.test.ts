import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AiModelsContext } from '../context.ts';
import { workOnGeneration } from './generation/work-on-generation.ts';
import { findLosses } from './testing/check-nothing-lost.ts';
import { beginEpisode, type Episode } from './testing/episode.ts';
import { createJobWorld, type JobWorld } from './testing/job-world.ts';
import { reconcile } from './testing/reconcile.ts';
import { finishTask, generationTask, readTask, trainingTask, trainModel } from './testing/task.ts';
import { workOnTraining } from './training/work-on-training.ts';

let world: JobWorld;
beforeAll(async () => {
  world = await createJobWorld();
  await using episode = await beginEpisode(world);
  await trainModel(episode);
});
afterAll(() => world[Symbol.asyncDispose]());

const hour = 60 * 60_000;
/** Every step but the one that hangs is over long before. */
const stepLimitMs = 1_000;

/** Sends a byte now and then, so that it is never silent, and never ends. */
async function serveDrops() {
  let open = 0;
  const server = createServer((_request, response) => {
    open += 1;
    const drops = setInterval(() => response.write('x'), 100);
    response.on('close', () => {
      open -= 1;
      clearInterval(drops);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    /** How many are being answered. */
    openAnswers: () => open,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A worker whose provider gives what it has made in drops; what it was warned of. */
async function openWorker(episode: Episode, dropsUrl: string) {
  const warnings: unknown[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    return pathname.startsWith('/replicate/delivery/')
      ? globalThis.fetch(dropsUrl, { signal: init?.signal ?? null })
      : episode.fetch(input, init);
  };
  const ignore = () => undefined;
  const warn = (_message: string, details?: Record<string, unknown>) => void warnings.push(details?.cause);
  const logger: AiModelsContext['logger'] = { debug: ignore, info: ignore, error: ignore, warn };
  return { warnings, context: await episode.openWorker({ fetch, changes: { logger } }) };
}

it.each([
  ['training', trainingTask, workOnTraining],
  ['generation', () => generationTask('flux-lora-v1', { numImages: 1 }), workOnGeneration],
] as const)('a %s is let go of whose provider sends a byte now and then', async (_kind, toTask, work) => {
  await using drops = await serveDrops();
  await using episode = await beginEpisode(world);
  const { context, warnings } = await openWorker(episode, drops.url);
  const task = toTask(world);
  const id = await task.ask(context);
  await episode.clock.advance(10 * 60_000);

  const held = await work(context, id, { stepLimitMs });
  expect(held?.nextLook?.getTime()).toBeGreaterThan(context.now().getTime());
  expect(warnings).toContainEqual(expect.objectContaining({ code: 'deadline_passed', retryable: true }));
  expect(await readTask(episode, task, id)).toMatchObject({ status: 'saving', due_at: expect.any(Date) });
  await expect.poll(drops.openAnswers, { timeout: 20_000 }).toBe(0);

  const other = await episode.openWorker({ name: 'other' });
  expect(await finishTask(episode, other, task, id)).toMatchObject({ status: 'completed' });
  await reconcile(episode);
  expect(await findLosses(episode)).toEqual([]);
});

it('a training is given up at the deadline of its state, however often a step was stopped before', async () => {
  await using drops = await serveDrops();
  await using episode = await beginEpisode(world);
  const { context } = await openWorker(episode, drops.url);
  const task = trainingTask(world);
  const id = await task.ask(context);
  for (const passedMs of [10 * 60_000, hour, 6 * hour]) {
    await episode.clock.advance(passedMs);
    await workOnTraining(context, id, { stepLimitMs });
  }
  expect(await readTask(episode, task, id)).toMatchObject({
    status: 'failed',
    error_code: 'deadline_passed',
    due_at: null,
  });
});

it('a caller who stops a step hears that, and of no limit', async () => {
  await using drops = await serveDrops();
  await using episode = await beginEpisode(world);
  const { context } = await openWorker(episode, drops.url);
  const task = trainingTask(world);
  const id = await task.ask(context);
  await episode.clock.advance(10 * 60_000);
  const stop = new AbortController();
  const working = workOnTraining(context, id, { signal: stop.signal, stepLimitMs: 60_000 });
  await expect.poll(drops.openAnswers, { timeout: 20_000 }).toBe(1);
  stop.abort();
  await expect(working).rejects.toMatchObject({ code: 'aborted' });
  await finishTask(episode, await episode.openWorker(), task, id);
});
