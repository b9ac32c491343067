import { isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { findLosses } from '../testing/check-nothing-lost.ts';
import { dieAt, isBeforePaying, listDeaths } from '../testing/deaths.ts';
import { beginEpisode } from '../testing/episode.ts';
import { createJobWorld, type JobWorld } from '../testing/job-world.ts';
import { pickSome } from '../testing/pick-some.ts';
import { reconcile } from '../testing/reconcile.ts';
import { generationTask, trainModel } from '../testing/task.ts';

const all = isFullRun();
const twoRequests = { picturesAtOnce: 1 };
const completed = { status: 'completed', progress: 100, error_code: null };

it('pays once for each request and loses no picture, wherever the process is killed', {
  timeout: 900_000,
}, async () => {
  await using world = await createJobWorld();
  await using start = await beginEpisode(world, twoRequests);
  await trainModel(start);
  const createTask = () => generationTask('flux-lora-v1', { numImages: 2 });
  const deaths = await listDeaths(start, createTask(), { all });
  expect(deaths.length).toBeGreaterThan(10);
  for (const death of pickSome(deaths, 3)) {
    await using episode = await beginEpisode(world, twoRequests);
    const ending = await dieAt(episode, createTask(), death);
    const about = `${death.fate} ${death.call.occurrence}. ${death.call.name}`;
    // One request was noted and not sent: nobody can tell it from one that was lost. The other one is not lost with it.
    const pictures = isBeforePaying(deaths, death, /\/predictions$/) ? 1 : 2;
    expect({ ...ending, about }).toMatchObject({ ...completed, about });
    expect(await countPictures(world, ending.id), about).toBe(pictures);
    expect(episode.simulators.runs(), about).toHaveLength(pictures);
    await reconcile(episode);
    expect(await findLosses(episode), about).toEqual([]);
  }
});

async function countPictures(world: JobWorld, generationId: string): Promise<number> {
  const images = await world.query('select id from public.generation_images where generation_id = $1', [
    generationId,
  ]);
  return images.length;
}
