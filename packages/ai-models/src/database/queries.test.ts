import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AssetNotFoundError } from '../errors/index.ts';
import { asSuperuser, brand, contextFor, otherBrand } from '../node/testing/brand-context.ts';
import { findBrandOfRow, listBrandsOf } from './memberships.ts';
import { findAssets, findJob, findJobByKey, getAssets, isTriggerWordTaken, listJobs } from './queries.ts';
import { addAssetRows, addJobRows } from './testing/brand-rows.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack[Symbol.asyncDispose]());

const member = () => contextFor(stack, 'ctMember');
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

it('finds more pictures than fit into one address', async () => {
  const ids = await addAssetRows(stack, 250);
  expect(idsOf(await findAssets(await member(), ids))).toEqual(ids.toSorted());
  expect(idsOf(await getAssets(await member(), [...ids, ...ids]))).toEqual(ids.toSorted());
  expect(await findAssets(await member(), [])).toEqual([]);
});

it('names the pictures that are not the caller’s, and gives none then', async () => {
  const [ours = ''] = await addAssetRows(stack, 1);
  const [theirs = ''] = await addAssetRows(stack, 1, { brandId: otherBrand });
  const missing = '3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77';
  for (const context of [await member(), await contextFor(stack, { system: brand })]) {
    const error = await getAssets(context, [ours, theirs, missing]).catch((error: unknown) => error);
    expect(AssetNotFoundError.isInstance(error) && error.assetIds).toEqual([theirs, missing]);
  }
});

it('lists jobs in some states, and those that were deleted by themselves', async () => {
  const [pending] = await addJobRows(stack, 1, { status: 'pending' });
  const [done = ''] = await addJobRows(stack, 1, { status: 'completed' });
  const [deleted = ''] = await addJobRows(stack, 1, { status: 'completed' });
  await addJobRows(stack, 1, { status: 'pending', brandId: otherBrand });
  await asSuperuser(stack, 'update public.lora_training_jobs set deleted_at = now() where id = $1', [
    deleted,
  ]);
  const list = async (filter: Parameters<typeof listJobs>[1]) =>
    idsOf((await listJobs(await member(), filter)).items.filter(({ name }) => name === 'job'));
  expect(await list({})).toEqual([pending, done].sort());
  expect(await list({ statuses: ['completed', 'failed'] })).toEqual([done]);
  expect(await list({ statuses: ['saving'] })).toEqual([]);
  expect(await list({ onlyDeleted: true })).toEqual([deleted]);
  expect(await findJob(await member(), deleted)).toMatchObject({ id: deleted });
});

const namedJobs = ['erste', 'zweite', '50% _a*b\\c'];
let sdxlId: string | undefined;
beforeAll(async () => {
  for (const name of namedJobs) {
    const [id] = await addJobRows(stack, 1, {
      name,
      status: 'cancelled',
      modelType: name === 'zweite' ? 'sdxl' : 'flux',
    });
    if (name === 'zweite') sdxlId = id;
  }
});

it.each([
  ['ERST', ['erste']],
  ['50%', ['50% _a*b\\c']],
  ['e_s', []],
  ['_a*b\\c', ['50% _a*b\\c']],
  ['*', namedJobs],
  [',name.eq.erste', []],
])('finds jobs whose name contains %j', async (name, names) => {
  const { items } = await listJobs(await member(), { name, statuses: ['cancelled'] });
  expect(items.map((job) => job.name).sort()).toEqual(names.toSorted());
});

it('finds jobs of one base model', async () => {
  const list = async (filter: Parameters<typeof listJobs>[1]) =>
    idsOf((await listJobs(await member(), filter)).items);
  expect(await list({ modelType: 'sdxl' })).toEqual([sdxlId]);
  expect(await list({ modelType: 'sdxl', name: 'erste' })).toEqual([]);
  expect(await list({ modelType: 'sd15' })).toEqual([]);
});

it('finds a job by its key for the person who sent it, and for nobody else', async () => {
  const [id = ''] = await addJobRows(stack, 1);
  await asSuperuser(
    stack,
    `update public.lora_training_jobs set idempotency_key = 'once', trigger_word = 'mugtok' where id = $1`,
    [id],
  );
  const find = async (userId: string | null, key = 'once') =>
    (await findJobByKey(await member(), { userId, key }))?.id;
  expect(await find(demoPeople.ctMember.id)).toBe(id);
  expect(await find(demoPeople.ctAdmin.id)).toBeUndefined();
  expect(await find(null)).toBeUndefined();
  expect(await find(demoPeople.ctMember.id, 'twice')).toBeUndefined();
  expect(await isTriggerWordTaken(await member(), 'mugtok')).toBe(true);
  expect(await isTriggerWordTaken(await member(), 'mug')).toBe(false);
  const stranger = await contextFor(stack, 'acmeMember', { brandId: otherBrand });
  expect(await isTriggerWordTaken(stranger, 'mugtok')).toBe(false);
});

it('says which of a person’s brands a row is in', async () => {
  const [ours = ''] = await addAssetRows(stack, 1);
  const [theirs = ''] = await addAssetRows(stack, 1, { brandId: otherBrand });
  const { database } = await contextFor(stack, 'freelancer');
  const brandIds = await listBrandsOf(database, demoPeople.freelancer.id);
  expect(brandIds).toEqual([otherBrand, brand]);
  const find = (id: string, some = brandIds) =>
    findBrandOfRow(database, { table: 'brand_assets', id, brandIds: some });
  expect([await find(ours), await find(theirs)]).toEqual([brand, otherBrand]);
  expect(await find(theirs, [brand])).toBeNull();
  expect(await find('abc')).toBeNull();
  const stranger = await contextFor(stack, 'ctMember');
  expect(await listBrandsOf(stranger.database, demoPeople.acmeMember.id)).toEqual([]);
});
