import { isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { retryTrainingJob } from '../../training/retry-training-job.ts';
import { findLosses } from '../testing/check-nothing-lost.ts';
import { type Death, dieAt, isBeforePaying, listDeaths } from '../testing/deaths.ts';
import { beginEpisode, type Episode } from '../testing/episode.ts';
import { createJobWorld, type JobWorld } from '../testing/job-world.ts';
import { pickSome } from '../testing/pick-some.ts';
import { reconcile } from '../testing/reconcile.ts';
import { finishTask, trainingTask } from '../testing/task.ts';

const all = isFullRun();
const completed = { status: 'completed', progress: 100, error_code: null };

it('pays once and loses nothing, wherever a training’s process is killed', { timeout: 900_000 }, async () => {
  await using world = await createJobWorld();
  const deaths = await listAll(world);
  expect(deaths.length).toBeGreaterThan(10);
  for (const death of pickSome(deaths, 3)) {
    await using episode = await beginEpisode(world);
    const ending = await dieAt(episode, trainingTask(world), death);
    const about = `${death.fate} ${death.call.occurrence}. ${death.call.name}`;
    if (isBeforePaying(deaths, death, /\/trainings$/)) {
      expect({ ...ending, about }).toMatchObject({ status: 'failed', error_code: 'outcome_unknown', about });
      expect(episode.simulators.runs(), about).toHaveLength(0);
      await tryAgain(episode, ending.id);
    } else {
      expect({ ...ending, about }).toMatchObject({ ...completed, about });
    }
    expect(episode.simulators.runs(), about).toHaveLength(1);
    await reconcile(episode);
    expect(await findLosses(episode), about).toEqual([]);
  }
});

async function listAll(world: JobWorld): Promise<Death[]> {
  await using episode = await beginEpisode(world);
  return await listDeaths(episode, trainingTask(world), { all });
}

async function tryAgain(episode: Episode, jobId: string): Promise<void> {
  const context = await episode.openWorker({ name: 'third' });
  const { id } = await retryTrainingJob(context, jobId);
  const ending = await finishTask(episode, context, trainingTask(episode.world), id);
  expect(ending).toMatchObject(completed);
}
