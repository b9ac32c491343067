import { readdir } from 'node:fs/promises';
import { demoPeople } from '@act/local-stack/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createCaptionDuty } from '../captions/caption-duty.ts';
import { addReadyPictures, drain, openDutyWorld, personOf } from '../testing/duty-world.ts';
import { brand, createTestProject, otherBrand, type TestProject } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';
import { lanes } from '../work/lane.ts';
import { createWorkDuty } from '../work/work-duty.ts';
import type { WorkerWorld } from '../world/worker-world.ts';
import { createCleanupDuty } from './cleanup-duty.ts';

const duty = createCleanupDuty({ slots: 1 });
const me = demoPeople.ctMember;
let project: TestProject;
let world: WorkerWorld & AsyncDisposable;
beforeEach(async () => {
  // Slow enough that no simulated deadline passes on a busy machine.
  project = await createTestProject({ simulators: { speed: 100 } });
  world = openDutyWorld(project);
  await project.query(
    `update public.brands set settings = jsonb_set(settings, '{training}', settings -> 'training' || $1)`,
    [{ subjects: { style: { minimumImages: 2, recommendedImages: 2 } } }],
  );
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  await project[Symbol.asyncDispose]();
});

const lookNow = () => project.query('update private.cleanup_turns set look_at = now()');
const keepHouse = async () => {
  await lookNow();
  return drain(duty, world);
};

/** Trainings and generations, as far as they go now. */
async function work(): Promise<void> {
  for (const lane of lanes) await drain(createWorkDuty(lane, { slots: 1, wake: () => undefined }), world);
}

/** Trains, paints and describes until everything is there that can come of a person's pictures. */
async function live(actor: 'ctMember' | 'acmeMember', brandId: string): Promise<string[]> {
  const person = personOf(project, actor);
  const pictures = await addReadyPictures(world, person, { count: 2, brandId });
  await person.requestCaptions({ assetIds: pictures.slice(0, 1) });
  await drain(createCaptionDuty({ slots: 1 }), world);
  const job = await person.createTrainingJob({
    modelType: 'flux',
    trainingAssetIds: pictures,
    trainAnyway: true,
    config: { steps: 100 },
  });
  await until(
    async () => {
      await work();
      return person.getTrainingJob(job.id);
    },
    ({ status }) => status === 'completed' || status === 'failed',
  );
  const { modelId } = (await person.listBrandModels()).items[0] ?? { modelId: '' };
  let isPainted = false;
  const painting = person.generateImage({ modelId, prompt: 'a [brand] cup' }).finally(() => {
    isPainted = true;
  });
  await until(work, () => isPainted);
  expect((await painting).status).toBe('completed');
  return pictures;
}

const versionsPage = z.object({ results: z.array(z.unknown()) });

/** The versions that lie at the provider for a brand; null where it has no place there. */
async function versionsOf(brandId: string): Promise<number | null> {
  const { url, token, username } = project.simulators.replicate;
  const response = await fetch(`${url}/models/${username}/act-${brandId}/versions`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (response.status === 404) return null;
  return versionsPage.parse(await response.json()).results.length;
}

/** Every row, in whatever table of the project, with one of these words anywhere in it. */
async function findEverywhere(words: readonly string[]): Promise<string[]> {
  const tables = await project.query<{ place: string }>(
    `select format('%I.%I', table_schema, table_name) as place from information_schema.tables
     where table_schema in ('public', 'private', 'auth', 'storage', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { place } of tables) {
    const [row] = await project.query<{ text: string }>(
      `select row::text as text from ${place} as row where row::text like any ($1) limit 1`,
      [words.map((word) => `%${word}%`)],
    );
    if (row) found.push(`${place}: ${row.text}`);
  }
  return found;
}

/** What lies in buckets. Beside them a finished upload leaves a hollow record for a day, for whoever asks once more. */
const filesOnDisk = async () =>
  (await readdir(project.stack.storageFolder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('/uploads'))
    .map((entry) => `${entry.parentPath}/${entry.name}`);

it('leaves nothing of a person who deleted their data: rows, files, archives, versions, account', {
  timeout: 120_000,
}, async () => {
  await project.query(`update public.brands set default_visibility = 'owner' where id = $1`, [brand]);
  await live('ctMember', brand);
  const member = personOf(project, 'ctMember');
  const supabase = await project.stack.as('ctMember');
  const document = `${brand}/${me.id}/notes.md`;
  await supabase.storage
    .from('brand-documents')
    .upload(document, new Blob(['# me'], { type: 'text/markdown' }));
  await supabase
    .from('brand_documents')
    .insert({ brand_id: brand, name: 'notes.md', path: `brand-documents/${document}` });
  await (await project.stack.as('acmeAdmin')).rpc('create_invitation', {
    brand_id: otherBrand,
    email: me.email,
  });
  const objects = await project.query<{ bucket_id: string; name: string }>(
    'select bucket_id, name from storage.objects where name like $1',
    [`%${me.id}%`],
  );
  expect(new Set(objects.map(({ bucket_id }) => bucket_id))).toEqual(
    new Set(['training-data', 'models', 'generated-content', 'brand-documents']),
  );
  expect(await versionsOf(brand)).toBe(1);
  expect((await findEverywhere([me.id])).length).toBeGreaterThan(8);

  const told = await member.deleteMyData();
  expect(told).toMatchObject({
    pictures: 2,
    trainings: 1,
    models: 1,
    generations: 1,
    documents: 1,
    memberships: 1,
    running: 0,
  });
  expect(told.files).toBeGreaterThanOrEqual(objects.length - 1);
  expect(await member.deleteMyData()).toMatchObject({ pictures: 0, models: 0, memberships: 0, files: 0 });

  await keepHouse();
  await keepHouse();
  // What a list of models names, and files that came late, are strays a day later.
  await project.query(`update storage.objects set created_at = created_at - interval '2 days'`);
  await keepHouse();
  const words = [me.id, me.email, ...objects.map(({ name }) => name.split('/').at(-1) ?? name)];
  expect(await findEverywhere(words.filter((word) => word !== 'metadata.json'))).toEqual([]);
  expect(await project.query('select name from storage.objects')).toEqual([]);
  expect(await filesOnDisk()).toEqual([]);
  expect(await versionsOf(brand)).toBe(0);
  expect(await project.query('select from public.provider_leftovers')).toEqual([]);
});

it('clears away a brand that is gone: its files, and its place at the provider', {
  timeout: 120_000,
}, async () => {
  await live('acmeMember', otherBrand);
  expect(await versionsOf(otherBrand)).toBe(1);
  expect((await filesOnDisk()).length).toBeGreaterThan(5);
  expect(
    (await (await project.stack.as('secretKey')).rpc('delete_brand', { brand_id: otherBrand })).error,
  ).toBeNull();
  await keepHouse();
  expect(await filesOnDisk()).toEqual([]);
  expect(await project.query('select name from storage.objects')).toEqual([]);
  await project.query('update public.provider_leftovers set due_at = now()');
  await keepHouse();
  expect(await versionsOf(otherBrand)).toBeNull();
  // Somebody was just storing something when it went.
  const late = (await project.stack.as({ system: otherBrand })).storage.from('archives');
  await late.upload(`${otherBrand}/late.zip`, new Blob(['x'], { type: 'application/zip' }));
  await project.query(`update storage.objects set created_at = now() - interval '25 hours'`);
  await project.query(
    `update private.cleanup_turns set gone_at = now() - interval '26 hours' where gone_at is not null`,
  );
  await keepHouse();
  expect(await filesOnDisk()).toEqual([]);
  expect(await project.query('select from private.cleanup_turns where gone_at is not null')).toEqual([]);
});

it('tries again where the provider has a fault, and notes it for good where it refuses', {
  timeout: 120_000,
}, async () => {
  await live('ctMember', brand);
  const { faults } = project.simulators;
  const admin = personOf(project, 'ctAdmin');
  const left = () =>
    project.query<{ error_code: string; due_at: Date | null; attempts: number }>(
      'select error_code, due_at, attempts from public.provider_leftovers',
    );
  faults.add({ on: 'replicate.versions.delete', kind: 'status', status: 503, times: 4 });
  await admin.deleteModel('flux-lora-v1');
  await keepHouse();
  expect(await left()).toEqual([{ error_code: 'unavailable', due_at: expect.any(Date), attempts: 1 }]);
  expect(await versionsOf(brand)).toBe(1);
  faults.add({ on: 'replicate.versions.delete', kind: 'status', status: 422 });
  await project.query('update public.provider_leftovers set due_at = now()');
  await keepHouse();
  expect(await left()).toEqual([{ error_code: 'still_used', due_at: null, attempts: 2 }]);
  expect((await admin.explainCleanup()).items).toContainEqual({
    code: 'provider_refusals',
    count: 1,
    message: expect.stringMatching(/does not let go/),
  });
  // An operator has it tried again.
  await project.query('update public.provider_leftovers set due_at = now()');
  await keepHouse();
  expect(await left()).toEqual([]);
  expect(await versionsOf(brand)).toBe(0);
});

it('says beforehand what it would do, and then does that', { timeout: 120_000 }, async () => {
  const pictures = await live('ctMember', brand);
  const admin = personOf(project, 'ctAdmin');
  expect((await admin.explainCleanup()).items).toEqual([]);
  await project.query(
    `update public.brands set settings = settings || '{"retention": {"generationDays": 7, "deletedDays": 3}}'`,
  );
  await project.query(
    `set session_replication_role = replica; update public.generations set created_at = now() - interval '8 days';
     update public.lora_training_jobs set deleted_at = now() - interval '4 days'; set session_replication_role = origin`,
  );
  const { deleted, markedModels, files } = await admin.deletePicture(pictures[0] ?? '');
  expect({ deleted, files, models: markedModels.map(({ modelId }) => modelId) }).toEqual({
    deleted: [pictures[0]],
    files: 2,
    models: ['flux-lora-v1'],
  });
  const { items } = await admin.explainCleanup();
  expect(items.map(({ code, count }) => [code, count])).toEqual([
    ['old_generations', 1],
    ['deleted_trainings', 1],
    ['deleted_files', 2],
  ]);
  const keys = await project.query('select name from storage.objects');
  await admin.explainCleanup();
  expect(await project.query('select name from storage.objects')).toEqual(keys);
  await keepHouse();
  expect((await admin.explainCleanup()).items).toEqual([]);
  expect(await project.query('select from public.generations')).toEqual([]);
  expect(await project.query('select from public.lora_training_jobs')).toEqual([]);
  // The model that came of it stays, with its weights and its version.
  expect((await admin.listBrandModels()).items).toHaveLength(1);
  expect(await versionsOf(brand)).toBe(1);
  await expect(personOf(project, 'ctMember').explainCleanup()).rejects.toMatchObject({
    code: 'brand_not_allowed',
  });
});

it('cleans a brand once where four workers are at it', async () => {
  const pictures = await addReadyPictures(world, personOf(project, 'ctMember'), { count: 3 });
  await personOf(project, 'ctAdmin').deleteAssets({ assetIds: pictures });
  await lookNow();
  const worlds = [1, 2, 3, 4].map((number) => openDutyWorld(project, { name: `worker-${number}` }));
  const pieces = await Promise.all(worlds.map((one) => drain(duty, one)));
  await Promise.all(worlds.map((one) => one[Symbol.asyncDispose]()));
  const [brands] = await project.query<{ count: string }>('select count(*) from public.brands');
  expect(pieces.reduce((sum, one) => sum + one)).toBe(Number(brands?.count));
  expect(await filesOnDisk()).toEqual([]);
});
