import { isFullRun } from '@act/local-stack/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { retryTrainingJob } from '../../training/retry-training-job.ts';
import { findLosses } from '../testing/check-nothing-lost.ts';
import { beginEpisode, type Episode } from '../testing/episode.ts';
import { cancelledHistory, history } from '../testing/history.ts';
import { createJobWorld, type JobWorld } from '../testing/job-world.ts';
import { liveThrough } from '../testing/live-through.ts';
import { reconcile } from '../testing/reconcile.ts';
import { endLeases, finishTask, type Task, type TaskState, trainingTask } from '../testing/task.ts';

const isFull = isFullRun();
// What a history leaves behind stays: a smaller one that is tried afterwards would be blamed for it.
const settings = (numRuns: number) => ({
  numRuns: isFull ? 20 * numRuns : numRuns,
  endOnFailure: true,
  // One that never ends is to be told with its seed; the others take seconds.
  timeout: 60_000,
});
const timeout = isFull ? 3_600_000 : 600_000;

let world: JobWorld;
let lived = 0;
beforeAll(async () => {
  world = await createJobWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** What the histories before have left behind makes each check longer: after a hundred, another world begins. */
async function beginHistory(): Promise<Episode> {
  lived += 1;
  if (lived % 100 === 0) {
    await world[Symbol.asyncDispose]();
    world = await createJobWorld();
  }
  return beginEpisode(world);
}

/** Nothing goes wrong any more, and nobody sleeps. */
async function comeToAnEnd(episode: Episode, task: Task, id: string): Promise<TaskState> {
  episode.simulators.faults.clear();
  await endLeases(episode);
  return finishTask(episode, await episode.openWorker({ name: 'last' }), task, id);
}

it('end as the orderly one does, whatever happens to a training', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(history, async (happenings) => {
      await using episode = await beginHistory();
      const task = trainingTask(world);
      const id = await task.ask(await episode.openAsker());
      await liveThrough(episode, task, id, happenings);
      let end = await comeToAnEnd(episode, task, id);
      // A request of which nothing was ever heard is not sent again by itself: somebody has to say so.
      if (end.error_code === 'outcome_unknown') {
        expect(episode.simulators.runs()).toHaveLength(0);
        const again = await retryTrainingJob(await episode.openAsker(), id);
        end = await comeToAnEnd(episode, task, again.id);
      }
      expect(end).toMatchObject({ status: 'completed', progress: 100, error_code: null });
      expect(episode.simulators.runs()).toHaveLength(1);
      await reconcile(episode);
      expect(await findLosses(episode)).toEqual([]);
    }),
    settings(15),
  );
});

it('leave nothing behind when somebody cancels, whenever that is', { timeout }, async () => {
  let cancelled = 0;
  await fc.assert(
    fc.asyncProperty(cancelledHistory, async (happenings) => {
      await using episode = await beginHistory();
      const task = trainingTask(world);
      const id = await task.ask(await episode.openAsker());
      await liveThrough(episode, task, id, happenings);
      const end = await comeToAnEnd(episode, task, id);
      expect(end.status).toMatch(/^(cancelled|completed|failed)$/);
      if (end.status === 'cancelled') cancelled += 1;
      if (end.status === 'failed') expect(end.error_code).toBe('outcome_unknown');
      expect(episode.simulators.runs().length).toBeLessThanOrEqual(1);
      await reconcile(episode);
      expect(await findLosses(episode)).toEqual([]);
    }),
    settings(20),
  );
  // It comes too late only where the training was done, or given up, before.
  expect(cancelled).toBeGreaterThan(10);
});
