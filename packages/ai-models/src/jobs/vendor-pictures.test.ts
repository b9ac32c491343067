import { afterAll, beforeAll, expect, it } from 'vitest';
import { paintBrokenPictures } from '../node/testing/broken-pictures.ts';
import { findLosses } from './testing/check-nothing-lost.ts';
import { beginEpisode, type Episode } from './testing/episode.ts';
import { createJobWorld, type JobWorld } from './testing/job-world.ts';
import { reconcile } from './testing/reconcile.ts';
import { finishTask, generationTask, type Task, trainingTask, trainModel } from './testing/task.ts';

let world: JobWorld;
beforeAll(async () => {
  world = await createJobWorld();
  await using episode = await beginEpisode(world);
  await trainModel(episode);
});
afterAll(() => world[Symbol.asyncDispose]());

const broken = await paintBrokenPictures();
/** One of each kind: the others are tried where pictures are looked at. */
const some = [
  'a PNG without pixels',
  'a PNG with something behind it',
  'a JPEG without a scan',
  'a PNG without width',
];

/** Works to the end; some of what is fetched is replaced. */
async function finishWith(
  episode: Episode,
  task: Task,
  replace: (path: string) => Uint8Array<ArrayBuffer> | null,
) {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const bytes = (init?.method ?? 'GET') === 'GET' ? replace(pathname) : null;
    return bytes ? new Response(bytes) : episode.fetch(input, init);
  };
  const context = await episode.openWorker({ fetch });
  const id = await task.ask(context);
  const ended = await finishTask(episode, context, task, id);
  await reconcile(episode);
  expect(await findLosses(episode)).toEqual([]);
  return { id, ...ended };
}

const listGenerated = (id: string) =>
  world.query('select path from public.generation_images where generation_id = $1', [id]);
const countFiles = async () =>
  (await world.query(`select name from storage.objects where bucket_id = 'generated-content'`)).length;

it.each(some)('no generation keeps %s', async (name) => {
  await using episode = await beginEpisode(world);
  const before = await countFiles();
  const task = generationTask('flux-lora-v1', { numImages: 2 });
  const { id, ...ended } = await finishWith(episode, task, (path) =>
    path.startsWith('/replicate/delivery/') ? (broken[name] ?? null) : null,
  );
  expect(ended).toMatchObject({ status: 'failed', error_code: 'picture_rejected' });
  expect(await listGenerated(id)).toEqual([]);
  expect(await countFiles()).toBe(before);
});

it('a broken picture is no reason to lose the one beside it', async () => {
  await using episode = await beginEpisode(world);
  const before = await countFiles();
  let first: string | null = null;
  const task = generationTask('flux-lora-v1', { numImages: 2 });
  const { id, ...ended } = await finishWith(episode, task, (path) => {
    if (!path.startsWith('/replicate/delivery/')) return null;
    first ??= path;
    return path === first ? (broken['a PNG without pixels'] ?? null) : null;
  });
  expect(ended).toMatchObject({ status: 'completed' });
  expect(await listGenerated(id)).toHaveLength(1);
  // The picture and its small copy.
  expect(await countFiles()).toBe(before + 2);
});

it.each([...some, 'a PNG of one pixel'])('no training keeps %s for a sample', async (name) => {
  await using episode = await beginEpisode(world);
  const before = await countFiles();
  const { id, ...ended } = await finishWith(episode, trainingTask(world, { modelType: 'sdxl' }), (path) =>
    /\/incoming\/.*\/sample-\d$/.test(path) ? (broken[name] ?? null) : null,
  );
  expect(ended).toMatchObject({ status: 'completed' });
  const [job] = await world.query('select sample_images_urls from public.lora_training_jobs where id = $1', [
    id,
  ]);
  expect(job).toEqual({ sample_images_urls: [] });
  expect(await countFiles()).toBe(before);
});

it('a training keeps samples that are pictures', async () => {
  await using episode = await beginEpisode(world);
  const before = await countFiles();
  const { status } = await finishWith(episode, trainingTask(world, { modelType: 'sdxl' }), () => null);
  expect(status).toBe('completed');
  expect(await countFiles()).toBeGreaterThan(before);
});
