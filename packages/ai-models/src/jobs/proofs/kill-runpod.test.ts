import { isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { findLosses } from '../testing/check-nothing-lost.ts';
import { type Death, dieAt, listDeaths } from '../testing/deaths.ts';
import { beginEpisode } from '../testing/episode.ts';
import { createJobWorld } from '../testing/job-world.ts';
import { pickSome } from '../testing/pick-some.ts';
import { reconcile } from '../testing/reconcile.ts';
import { trainingTask } from '../testing/task.ts';

const all = isFullRun();

it('pays once and loses nothing where runs claim a lock, wherever the process is killed', {
  timeout: 900_000,
}, async () => {
  await using world = await createJobWorld();
  await using start = await beginEpisode(world);
  const createTask = () => trainingTask(world, { modelType: 'sdxl' });
  const deaths = await listDeaths(start, createTask(), { all });
  // The others are those of Replicate, and each costs the pictures that are painted on the way.
  const isOwn = ({ call }: Death) =>
    /runpod|provider_attempts|lock|weights|samples|register_model/.test(call.name);
  const tried = all ? deaths : deaths.filter(isOwn);
  expect(tried.length).toBeGreaterThan(5);
  for (const death of pickSome(tried, 3)) {
    await using episode = await beginEpisode(world);
    const about = `${death.fate} ${death.call.occurrence}. ${death.call.name}`;
    const ending = await dieAt(episode, createTask(), death);
    expect({ ...ending, about }).toMatchObject({
      status: 'completed',
      progress: 100,
      error_code: null,
      about,
    });
    const paid = episode.simulators.runs().filter(({ isPaid }) => isPaid);
    expect(paid, about).toHaveLength(1);
    await reconcile(episode);
    expect(await findLosses(episode), about).toEqual([]);
  }
});
