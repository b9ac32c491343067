import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeLease } from '../database/leases.ts';
import { beginEpisode } from './testing/episode.ts';
import { createJobWorld, type JobWorld } from './testing/job-world.ts';
import { endLeases, readTask, trainingTask } from './testing/task.ts';
import { workOnClaim } from './work-on-claim.ts';

let world: JobWorld;
beforeAll(async () => {
  world = await createJobWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

it('gives a training back, due at once, where the next lane begins', async () => {
  await using episode = await beginEpisode(world);
  const worker = await episode.openWorker();
  const task = trainingTask(world);
  const id = await task.ask(await episode.openAsker());
  const work = async () => {
    await endLeases(episode);
    const lease = await takeLease(worker, id, 60);
    if (lease === null) throw new Error('Somebody else has it.');
    const claim = { kind: 'training', workId: id, fence: lease.fence } as const;
    const { nextLook } = await workOnClaim(worker, claim, { until: 'lane ends' });
    const { status } = await readTask(episode, task, id);
    return { status, isDue: nextLook !== null && nextLook.getTime() <= episode.clock.now() };
  };
  expect(await work()).toEqual({ status: 'queued', isDue: false });
  await episode.clock.advance(60 * 60_000);
  // The run has succeeded: whoever reconciles knows it now, and saves nothing.
  expect(await work()).toEqual({ status: 'saving', isDue: true });
  expect(await work()).toEqual({ status: 'completed', isDue: false });
});
