import { afterAll, beforeAll, expect, it } from 'vitest';
import { getBrandModel, listBrandModels } from '../inference/brand-models.ts';
import { getGeneration } from '../inference/generations.ts';
import { addPrivateModel, allowSharing } from '../jobs/testing/private-model.ts';
import { moveModel } from '../jobs/tidying/move-model.ts';
import { removeDeletedFiles } from '../jobs/tidying/remove-deleted-files.ts';
import { brand, contextFor } from '../node/testing/brand-context.ts';
import { shareTrainingJob, withdrawTrainingJob } from './share-training.ts';
import { openSharingWorld, type SharingWorld } from './testing/sharing-world.ts';
import { deleteTrainingJob, getTrainingJob, restoreTrainingJob, updateTrainingJob } from './training-jobs.ts';

let world: SharingWorld;
beforeAll(async () => {
  world = await openSharingWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

it('lets others paint with a model, once its files lie where they may see them', async () => {
  const mine = await world.addModel();
  await expect(getBrandModel(world.admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await shareTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: 'sharing' });
  expect(await shareTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: 'sharing' });
  await expect(getBrandModel(world.admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });

  expect(await moveModel(world.system, mine.modelId)).toBe(true);
  expect(await moveModel(world.system, mine.modelId)).toBe(false);
  const { path } = await world.rowOf(mine.modelId);
  expect(path).toMatch(new RegExp(`^models/${brand}/shared/[0-9a-f-]{36}/signs-\\d+-v1\\.safetensors$`));
  expect(await getTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: 'shared', modelUrl: path });
  const shared = await getBrandModel(world.admin, mine.modelId);
  expect(shared).toMatchObject({
    modelId: mine.modelId,
    triggerWord: 'acmesign7',
    metadata: {},
    shared: { isMine: false, name: 'Shop signs', description: 'Of our street', subjectKind: 'product' },
  });
  expect((await fetch(shared.shared?.samples[0]?.url ?? '')).status).toBe(200);
  expect([await world.sees(world.admin, path), await world.sees(world.viewer, path)]).toEqual([true, true]);
  // What it came of stays its owner's.
  await expect(getTrainingJob(world.admin, mine.jobId)).rejects.toMatchObject({ code: 'job_not_found' });
  expect(await world.sees(world.admin, mine.samplePath)).toBe(false);

  await removeDeletedFiles(world.system);
  expect([await world.sees(world.system, mine.path), await world.sees(world.system, path)]).toEqual([
    false,
    true,
  ]);
  expect(await world.sees(world.owner, mine.samplePath)).toBe(true);
  expect(await getBrandModel(world.owner, path.match(/signs-\d+-v1/)?.[0] ?? '')).toMatchObject({
    id: mine.modelId,
    shared: { isMine: true },
  });
  const painted = await world.paint(world.admin, mine.modelId);
  expect(painted).toMatchObject({ status: 'pending', modelId: mine.modelId });
  await expect(getGeneration(world.owner, painted.id)).rejects.toMatchObject({
    code: 'generation_not_found',
  });
});

it('is finished by the next call, wherever it was broken off', async () => {
  const mine = await world.addModel();
  for (const wish of [shareTrainingJob, withdrawTrainingJob]) {
    await wish(world.owner, mine.jobId);
    const target = await world.targetOf(mine.modelId);
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
        const context = await contextFor(world.stack, { system: brand }, { fetch: mortal });
        isDone = (await moveModel(context, mine.modelId).catch(() => false)) || isDone;
        const { path, visibility } = await world.rowOf(mine.modelId);
        expect(await world.sees(world.system, path)).toBe(true);
        expect(await world.sees(world.admin, path)).toBe(visibility === 'brand');
        if (path !== target && target.includes('/shared/'))
          expect(await world.sees(world.admin, target)).toBe(false);
        isDone ||= path === target;
      }
      await removeDeletedFiles(world.system);
      expect(await world.sees(world.system, (await world.rowOf(mine.modelId)).path)).toBe(true);
    }
    expect((await world.rowOf(mine.modelId)).path).toBe(target);
    expect(deaths).toBeGreaterThan(3);
  }
  expect(await getTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: null });
});

it('shows a copy to nobody whose owner thought better of it meanwhile', async () => {
  const mine = await world.addModel();
  await shareTrainingJob(world.owner, mine.jobId);
  const target = await world.targetOf(mine.modelId);
  const late: typeof globalThis.fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (String(input).includes('/object/copy')) await withdrawTrainingJob(world.owner, mine.jobId);
    return response;
  };
  const worker = await contextFor(world.stack, { system: brand }, { fetch: late });
  expect(await moveModel(worker, mine.modelId)).toBe(false);
  expect(await getTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: null, modelUrl: mine.path });
  expect([await world.sees(world.system, target), await world.sees(world.admin, target)]).toEqual([
    true,
    false,
  ]);
  await removeDeletedFiles(world.system);
  expect([await world.sees(world.system, target), await world.sees(world.owner, mine.path)]).toEqual([
    false,
    true,
  ]);
});

it('shares nothing where the brand does not, and what is not there to be used', async () => {
  const mine = await world.addModel();
  await allowSharing(world.stack, false);
  await expect(shareTrainingJob(world.owner, mine.jobId)).rejects.toMatchObject({ code: 'not_allowed' });
  await allowSharing(world.stack, true);
  await deleteTrainingJob(world.owner, mine.jobId);
  await expect(shareTrainingJob(world.owner, mine.jobId)).rejects.toMatchObject({ code: 'conflict' });
});

it('calls what several people share by ids: their names count apart', async () => {
  const mine = await addPrivateModel(world.stack, { name: 'twice' });
  const theirs = await addPrivateModel(world.stack, { owner: 'ctAdmin', name: 'twice' });
  await world.share(mine);
  expect(await getBrandModel(world.admin, 'twice-v1')).toMatchObject({ id: theirs.modelId });
  await expect(getBrandModel(world.viewer, 'twice-v1')).rejects.toMatchObject({ code: 'model_not_found' });
  const listed = await listBrandModels(world.admin, { name: 'twice' });
  expect(listed.items.map(({ modelId }) => modelId).sort()).toEqual([mine.modelId, 'twice-v1'].sort());
  const others = await listBrandModels(world.admin, { name: 'twice', onlyShared: true });
  expect(others.items.map(({ id }) => id)).toEqual([mine.modelId]);
  expect((await listBrandModels(world.owner, { name: 'twice', onlyShared: true })).items).toEqual([]);
});

it('tells others of a new name, and nothing more once it is deleted', async () => {
  const mine = await world.addModel();
  await world.share(mine);
  await updateTrainingJob(world.owner, mine.jobId, { name: 'Street signs', description: null });
  expect((await getBrandModel(world.admin, mine.modelId)).shared).toMatchObject({
    name: 'Street signs',
    description: null,
  });
  await deleteTrainingJob(world.owner, mine.jobId);
  expect(await getTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: 'withdrawing' });
  expect(await moveModel(world.system, mine.modelId)).toBe(true);
  await expect(getBrandModel(world.admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await restoreTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: null });
});
