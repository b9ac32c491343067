import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLosses } from '../testing/check-nothing-lost.ts';
import { beginEpisode, type Episode } from '../testing/episode.ts';
import { createJobWorld, type JobWorld } from '../testing/job-world.ts';
import { finishTask, generationTask, readTask, trainModel } from '../testing/task.ts';

let world: JobWorld;
let episode: Episode;
beforeAll(async () => {
  world = await createJobWorld();
  episode = await beginEpisode(world);
  await trainModel(episode);
});
afterAll(async () => {
  await episode[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const hour = 60 * 60_000;
const countPaintings = () => episode.simulators.runs().filter(({ kind }) => kind !== 'training').length;

/** Asked for so long ago, as the clock of this story has it. */
async function ask(hoursAgo: number) {
  const task = generationTask('flux-lora-v1', { numImages: 1 });
  const id = await task.ask(await episode.openAsker());
  await world.query('update public.generations set created_at = $2 where id = $1', [
    id,
    new Date(episode.clock.now() - hoursAgo * hour),
  ]);
  return { task, id };
}

it('ends by name, unpaid and with a next step, what nobody took up within a day', async () => {
  const { task, id } = await ask(24);
  await task.work(await episode.openWorker(), id);
  expect(await readTask(episode, task, id)).toMatchObject({
    status: 'failed',
    error_code: 'deadline_passed',
    due_at: null,
  });
  const [row] = await world.query<{ error_message: string; cost_usd: number | null }>(
    'select error_message, cost_usd from public.generations where id = $1',
    [id],
  );
  expect(row).toEqual({
    error_message: expect.stringMatching(/Nothing was paid.* Ask again\.$/),
    cost_usd: null,
  });
  expect(countPaintings()).toBe(0);
  expect(await findLosses(episode)).toEqual([]);
});

it('ends what cannot even begin for a day', async () => {
  const { task, id } = await ask(23);
  const worker = await episode.openWorker({
    fetch: async (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      const isHit = address.includes('/rest/v1/brand_models');
      // Asks for no wait, which would be a real one, before the question is put again.
      const headers = { 'retry-after': '0' };
      return isHit
        ? new Response('{"message":"busy"}', { status: 503, headers })
        : episode.fetch(input, init);
    },
  });
  await task.work(worker, id);
  expect(await readTask(episode, task, id)).toMatchObject({ status: 'pending' });
  await episode.clock.advance(hour);
  await task.work(worker, id);
  expect(await readTask(episode, task, id)).toMatchObject({
    status: 'failed',
    error_code: 'deadline_passed',
  });
  expect(countPaintings()).toBe(0);
});

it('paints what somebody takes up before', async () => {
  const { task, id } = await ask(23);
  expect(await finishTask(episode, await episode.openWorker(), task, id)).toMatchObject({
    status: 'completed',
  });
  expect(countPaintings()).toBe(1);
});
