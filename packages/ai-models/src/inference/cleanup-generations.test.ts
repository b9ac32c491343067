import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { beginEpisode, type Episode } from '../jobs/testing/episode.ts';
import { createJobWorld, type JobWorld } from '../jobs/testing/job-world.ts';
import { finishTask, generationTask, trainModel } from '../jobs/testing/task.ts';
import { brand } from '../node/testing/brand-context.ts';
import { cleanupOldGenerations } from './cleanup-generations.ts';

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
beforeEach(async () => {
  await world.query('delete from public.generations');
});

const worker = () => episode.openWorker({ changes: { now: () => new Date() } });

async function paint(numImages: number): Promise<string> {
  const context = await episode.openWorker();
  const painting = generationTask('flux-lora-v1', { numImages });
  const id = await painting.ask(context);
  await finishTask(episode, context, painting, id);
  return id;
}

const age = (ids: readonly string[]) =>
  asOwner(`update public.generations set created_at = now() - interval '100 days' where id = any($1)`, [ids]);
const star = (id: string) =>
  asOwner('update public.generation_images set is_starred = true where generation_id = $1', [id]);

/** Triggers hold everybody else to what may change. */
async function asOwner(sql: string, values: readonly unknown[]): Promise<void> {
  await world.query(`set session_replication_role = replica`);
  await world.query(sql, values);
  await world.query(`set session_replication_role = origin`);
}

const listIds = async () =>
  (await world.query<{ id: string }>('select id from public.generations')).map(({ id }) => id);
const listFiles = () =>
  world.query(`select name from storage.objects where bucket_id = 'generated-content' order by name`);

it('says what would go, removes it with its files, and keeps what is new or starred', async () => {
  const [old, starred, fresh] = [await paint(2), await paint(1), await paint(1)];
  await age([old, starred]);
  await star(starred);
  const before = await listFiles();

  const planned = await cleanupOldGenerations(await worker(), 90, { dryRun: true });
  expect(planned).toMatchObject({ dryRun: true, generations: 1, images: 2, kept: 1 });
  expect(planned.bytes).toBeGreaterThan(1_000);
  expect([await listFiles(), (await listIds()).length]).toEqual([before, 3]);

  const done = await cleanupOldGenerations(await worker(), 90);
  expect({ ...done, before: '' }).toEqual({ ...planned, dryRun: false, before: '' });
  expect((await listIds()).sort()).toEqual([starred, fresh].sort());
  // Two pictures, each with a small copy.
  expect(before.length - (await listFiles()).length).toBe(4);
}, 60_000);

it('gets past a thousand that stay', async () => {
  const [starred, old] = [await paint(1), await paint(1)];
  await star(starred);
  await age([starred, old]);
  await asOwner(
    `insert into public.generations select (jsonb_populate_record(generation, jsonb_build_object(
       'id', gen_random_uuid(), 'idempotency_key', null, 'created_at', generation.created_at - interval '1 day'))).*
     from public.generations as generation, generate_series(1, 1010) where id = $1`,
    [starred],
  );
  await asOwner(
    `insert into public.generation_images select (jsonb_populate_record(image, jsonb_build_object(
       'id', gen_random_uuid(), 'generation_id', generation.id, 'path', image.path || generation.id, 'thumbnail_path', null))).*
     from public.generations as generation, public.generation_images as image
     where image.generation_id = $1 and generation.id not in ($1, $2) and generation.brand_id = $3`,
    [starred, old, brand],
  );
  const report = await cleanupOldGenerations(await worker(), 90);
  expect(report).toMatchObject({ generations: 1, images: 1, kept: 1011 });
  expect(await listIds()).not.toContain(old);
}, 60_000);

it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('keeps nothing of %s days', async (days) => {
  await expect(cleanupOldGenerations(await worker(), days)).rejects.toMatchObject({ code: 'input_invalid' });
});
