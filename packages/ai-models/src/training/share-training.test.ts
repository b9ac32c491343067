import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AiModelsContext } from '../context.ts';
import { removeJob } from '../database/training-jobs.ts';
import { deleteModel, getBrandModel, listBrandModels, setModelRetired } from '../inference/brand-models.ts';
import { cleanUp } from '../inference/clean-up.ts';
import { getGeneration } from '../inference/generations.ts';
import { generateImage } from '../inference/image-generator.ts';
import { addPrivateModel, allowSharing, type PrivateModel } from '../jobs/testing/private-model.ts';
import { moveModel } from '../jobs/tidying/move-model.ts';
import { removeDeletedFiles } from '../jobs/tidying/remove-deleted-files.ts';
import { asSuperuser, brand, contextFor } from '../node/testing/brand-context.ts';
import { findObjectSize, removeObjects } from '../storage/object-files.ts';
import { parseRowPath } from '../storage/storage-paths.ts';
import { deleteMyData } from './delete-my-data.ts';
import { shareTrainingJob, withdrawTrainingJob } from './share-training.ts';
import { deleteTrainingJob, getTrainingJob, restoreTrainingJob, updateTrainingJob } from './training-jobs.ts';

let stack: TestStack;
let owner: AiModelsContext;
let admin: AiModelsContext;
let viewer: AiModelsContext;
let system: AiModelsContext;
beforeAll(async () => {
  stack = await startStack({ listen: true });
  owner = await contextFor(stack, 'ctMember');
  admin = await contextFor(stack, 'ctAdmin');
  viewer = await contextFor(stack, 'ctViewer');
  system = await contextFor(stack, { system: brand });
  await allowSharing(stack);
});
afterAll(() => stack[Symbol.asyncDispose]());

const sees = async (person: AiModelsContext, path: string) =>
  (await findObjectSize(person.files, parseRowPath(path))) !== null;
const rowOf = async (modelId: string) => {
  const [row] = await asSuperuser<{ path: string; visibility: string; sample_paths: string[] }>(
    stack,
    'select path, visibility, sample_paths from public.brand_models where id = $1',
    [modelId],
  );
  if (!row) throw new Error(`There is no model ${modelId}.`);
  return row;
};
const targetOf = async (modelId: string) => {
  const [move] = await asSuperuser<{ path: string }>(
    stack,
    'select path from private.model_moves where model_id = $1',
    [modelId],
  );
  return move?.path ?? '';
};
const share = async ({ jobId, modelId }: PrivateModel) => {
  await shareTrainingJob(owner, jobId);
  expect(await moveModel(system, modelId)).toBe(true);
};
const paint = (person: AiModelsContext, modelId: string) =>
  generateImage(person, { modelId, prompt: 'a shop', waitMs: 0 });
let number = 0;
const nextModel = () => {
  number += 1;
  return addPrivateModel(stack, { name: `signs-${number}` });
};

it('lets others paint with a model, once its files lie where they may see them', async () => {
  const mine = await nextModel();
  await expect(getBrandModel(admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await shareTrainingJob(owner, mine.jobId)).toMatchObject({ sharing: 'sharing' });
  expect(await shareTrainingJob(owner, mine.jobId)).toMatchObject({ sharing: 'sharing' });
  await expect(getBrandModel(admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });

  expect(await moveModel(system, mine.modelId)).toBe(true);
  expect(await moveModel(system, mine.modelId)).toBe(false);
  const { path } = await rowOf(mine.modelId);
  expect(path).toMatch(new RegExp(`^models/${brand}/shared/[0-9a-f-]{36}/signs-\\d+-v1\\.safetensors$`));
  expect(await getTrainingJob(owner, mine.jobId)).toMatchObject({ sharing: 'shared', modelUrl: path });
  const shared = await getBrandModel(admin, mine.modelId);
  expect(shared).toMatchObject({
    modelId: mine.modelId,
    triggerWord: 'acmesign7',
    metadata: {},
    shared: { isMine: false, name: 'Shop signs', description: 'Of our street', subjectKind: 'product' },
  });
  expect((await fetch(shared.shared?.samples[0]?.url ?? '')).status).toBe(200);
  expect([await sees(admin, path), await sees(viewer, path)]).toEqual([true, true]);
  // What it came of stays its owner's.
  await expect(getTrainingJob(admin, mine.jobId)).rejects.toMatchObject({ code: 'job_not_found' });
  expect(await sees(admin, mine.samplePath)).toBe(false);

  await removeDeletedFiles(system);
  expect([await sees(system, mine.path), await sees(system, path)]).toEqual([false, true]);
  expect(await sees(owner, mine.samplePath)).toBe(true);
  expect(await getBrandModel(owner, path.match(/signs-\d+-v1/)?.[0] ?? '')).toMatchObject({
    id: mine.modelId,
    shared: { isMine: true },
  });
  const painted = await paint(admin, mine.modelId);
  expect(painted).toMatchObject({ status: 'pending', modelId: mine.modelId });
  await expect(getGeneration(owner, painted.id)).rejects.toMatchObject({ code: 'generation_not_found' });
});

it('is finished by the next call, wherever it was broken off', async () => {
  const mine = await nextModel();
  for (const wish of [shareTrainingJob, withdrawTrainingJob]) {
    await wish(owner, mine.jobId);
    const target = await targetOf(mine.modelId);
    let deaths = 0;
    for (let isDone = false; !isDone && deaths < 60; deaths += 1) {
      for (const point of ['before', 'after'] as const) {
        let calls = 0;
        const mortal: typeof globalThis.fetch = async (input, init) => {
          calls += 1;
          if (calls > deaths && point === 'before') throw new Error('killed');
          const response = await fetch(input, init);
          if (calls > deaths) throw new Error('killed');
          return response;
        };
        const context = await contextFor(stack, { system: brand }, { fetch: mortal });
        isDone = (await moveModel(context, mine.modelId).catch(() => false)) || isDone;
        const { path, visibility } = await rowOf(mine.modelId);
        expect(await sees(system, path)).toBe(true);
        expect(await sees(admin, path)).toBe(visibility === 'brand');
        if (path !== target && target.includes('/shared/')) expect(await sees(admin, target)).toBe(false);
        isDone ||= path === target;
      }
      await removeDeletedFiles(system);
      expect(await sees(system, (await rowOf(mine.modelId)).path)).toBe(true);
    }
    expect((await rowOf(mine.modelId)).path).toBe(target);
    expect(deaths).toBeGreaterThan(3);
  }
  expect(await getTrainingJob(owner, mine.jobId)).toMatchObject({ sharing: null });
});

it('shows a copy to nobody whose owner thought better of it meanwhile', async () => {
  const mine = await nextModel();
  await shareTrainingJob(owner, mine.jobId);
  const target = await targetOf(mine.modelId);
  const late: typeof globalThis.fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (String(input).includes('/object/copy')) await withdrawTrainingJob(owner, mine.jobId);
    return response;
  };
  const worker = await contextFor(stack, { system: brand }, { fetch: late });
  expect(await moveModel(worker, mine.modelId)).toBe(false);
  expect(await getTrainingJob(owner, mine.jobId)).toMatchObject({ sharing: null, modelUrl: mine.path });
  expect([await sees(system, target), await sees(admin, target)]).toEqual([true, false]);
  await removeDeletedFiles(system);
  expect([await sees(system, target), await sees(owner, mine.path)]).toEqual([false, true]);
});

it('takes a model back, and leaves others what they made with it', async () => {
  const mine = await nextModel();
  await share(mine);
  const { path, sample_paths: samples } = await rowOf(mine.modelId);
  const painted = await paint(admin, mine.modelId);
  expect(await withdrawTrainingJob(owner, mine.jobId)).toMatchObject({ sharing: 'withdrawing' });
  expect(await shareTrainingJob(owner, mine.jobId)).toMatchObject({ sharing: 'shared' });
  expect(await moveModel(system, mine.modelId)).toBe(false);
  expect(await withdrawTrainingJob(owner, mine.jobId)).toMatchObject({ sharing: 'withdrawing' });
  expect(await moveModel(system, mine.modelId)).toBe(true);

  expect(await rowOf(mine.modelId)).toMatchObject({ visibility: 'owner', sample_paths: [] });
  for (const file of [path, ...samples]) expect(await sees(admin, file)).toBe(false);
  await removeDeletedFiles(system);
  for (const file of [path, ...samples]) expect(await sees(system, file)).toBe(false);
  await expect(paint(admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await getGeneration(admin, painted.id)).toMatchObject({ modelId: mine.modelId });
  const again = await getBrandModel(owner, mine.modelId);
  expect(again).toMatchObject({ shared: null, metadata: { mine: true } });
  expect(again.modelId).toMatch(/^signs-\d+-v1$/);
  expect(await sees(owner, again.path)).toBe(true);
});

it('is nobody else’s to share, take back, retire or delete', async () => {
  const mine = await nextModel();
  await expect(shareTrainingJob(admin, mine.jobId)).rejects.toMatchObject({ code: 'job_not_found' });
  const looked = await addPrivateModel(stack, { owner: 'ctViewer', name: 'looked' });
  await expect(shareTrainingJob(viewer, looked.jobId)).rejects.toMatchObject({ code: 'not_allowed' });
  await share(mine);
  const { path, sample_paths: samples } = await rowOf(mine.modelId);
  await expect(withdrawTrainingJob(admin, mine.jobId)).rejects.toMatchObject({
    code: 'job_not_found',
  });
  const { error } = await admin.database.rpc('share_training', { job_id: mine.jobId, is_shared: false });
  expect(error).toMatchObject({ code: 'PT404' });
  await expect(setModelRetired(admin, mine.modelId, true)).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(deleteModel(admin, mine.modelId)).rejects.toMatchObject({ code: 'not_allowed' });
  await removeObjects(admin, 'models', [parseRowPath(path).key]);
  await removeObjects(
    admin,
    'generated-content',
    samples.map((sample) => parseRowPath(sample).key),
  );
  for (const file of [path, ...samples]) expect(await sees(system, file)).toBe(true);
});

it('shares nothing where the brand does not, and what is not there to be used', async () => {
  const mine = await nextModel();
  await allowSharing(stack, false);
  await expect(shareTrainingJob(owner, mine.jobId)).rejects.toMatchObject({ code: 'not_allowed' });
  await allowSharing(stack, true);
  await deleteTrainingJob(owner, mine.jobId);
  await expect(shareTrainingJob(owner, mine.jobId)).rejects.toMatchObject({ code: 'conflict' });
});

it('calls what several people share by ids: their names count apart', async () => {
  const mine = await addPrivateModel(stack, { name: 'twice' });
  const theirs = await addPrivateModel(stack, { owner: 'ctAdmin', name: 'twice' });
  await share(mine);
  expect(await getBrandModel(admin, 'twice-v1')).toMatchObject({ id: theirs.modelId });
  await expect(getBrandModel(viewer, 'twice-v1')).rejects.toMatchObject({ code: 'model_not_found' });
  const listed = await listBrandModels(admin, { name: 'twice' });
  expect(listed.items.map(({ modelId }) => modelId).sort()).toEqual([mine.modelId, 'twice-v1'].sort());
  const others = await listBrandModels(admin, { name: 'twice', onlyShared: true });
  expect(others.items.map(({ id }) => id)).toEqual([mine.modelId]);
  expect((await listBrandModels(owner, { name: 'twice', onlyShared: true })).items).toEqual([]);
});

it('tells others of a new name, and nothing more once it is deleted', async () => {
  const mine = await nextModel();
  await share(mine);
  await updateTrainingJob(owner, mine.jobId, { name: 'Street signs', description: null });
  expect((await getBrandModel(admin, mine.modelId)).shared).toMatchObject({
    name: 'Street signs',
    description: null,
  });
  await deleteTrainingJob(owner, mine.jobId);
  expect(await getTrainingJob(owner, mine.jobId)).toMatchObject({ sharing: 'withdrawing' });
  expect(await moveModel(system, mine.modelId)).toBe(true);
  await expect(getBrandModel(admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await restoreTrainingJob(owner, mine.jobId)).toMatchObject({ sharing: null });
});

it('is private again where its training is deleted for good', async () => {
  const mine = await addPrivateModel(stack, { owner: 'ctAdmin', name: 'for-good' });
  await shareTrainingJob(admin, mine.jobId);
  await moveModel(system, mine.modelId);
  expect(await removeJob(admin, mine.jobId)).toBe(true);
  expect(await moveModel(system, mine.modelId)).toBe(true);
  await expect(getBrandModel(owner, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await getBrandModel(admin, mine.modelId)).toMatchObject({ shared: null });
});

it('goes with its owner’s wish to delete it, and leaves others their pictures', async () => {
  const mine = await nextModel();
  await share(mine);
  const { path, sample_paths: samples } = await rowOf(mine.modelId);
  const [ours, theirs] = [await paint(owner, mine.modelId), await paint(admin, mine.modelId)];
  await deleteModel(owner, mine.modelId);
  await expect(getGeneration(owner, ours.id)).rejects.toMatchObject({ code: 'generation_not_found' });
  expect(await getGeneration(admin, theirs.id)).toMatchObject({ modelId: mine.modelId });
  await removeDeletedFiles(system);
  for (const file of [path, ...samples]) expect(await sees(system, file)).toBe(false);
});

it('goes with its owner’s account, once nobody paints with it', async () => {
  const mine = await nextModel();
  await share(mine);
  const painted = await paint(admin, mine.modelId);
  const finish = `update public.generations set status = 'cancelled', error_code = 'cancelled', due_at = null`;
  await asSuperuser(stack, `${finish} where user_id <> $1 and id <> $2`, [
    demoPeople.ctMember.id,
    painted.id,
  ]);
  await deleteMyData(owner.database);
  await expect(paint(admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await getGeneration(admin, painted.id)).toMatchObject({ status: 'pending' });
  await asSuperuser(stack, `${finish} where id = $1`, [painted.id]);
  await cleanUp(system);
  await expect(getBrandModel(admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await getGeneration(admin, painted.id)).toMatchObject({
    status: 'cancelled',
    modelId: mine.modelId,
  });
});
