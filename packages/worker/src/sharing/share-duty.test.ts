import { afterEach, beforeEach, expect, it } from 'vitest';
import { addReadyPictures, drain, openDutyWorld, personOf } from '../testing/duty-world.ts';
import { brand, createTestProject, type TestProject } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';
import { createShareDuty } from './share-duty.ts';

const duty = createShareDuty({ slots: 1 });
let project: TestProject;
beforeEach(async () => {
  project = await createTestProject({ simulators: { speed: 400 } });
  await project.query(
    `update public.brands set default_visibility = 'owner', settings = settings || '{"features": {"sharing": true}}' where id = $1`,
    [brand],
  );
});
afterEach(() => project[Symbol.asyncDispose]());

/** A LoRA that a member had trained, which nobody else sees. */
async function trainPrivately(): Promise<string> {
  await using world = openDutyWorld(project);
  const member = personOf(project, 'ctMember');
  const trainingAssetIds = await addReadyPictures(world, member, { count: 4 });
  const job = await member.createTrainingJob({
    modelType: 'flux',
    name: 'Signs',
    subjectKind: 'product',
    trainingAssetIds,
    config: { steps: 3, loraRank: 1, autocaption: false },
    trainAnyway: true,
  });
  await project.untilAllEnded();
  return job.id;
}

it('shares a model with the brand as soon as its owner wishes so, and takes it back', async () => {
  await project.startWorker();
  const [owner, other] = [personOf(project, 'ctMember'), personOf(project, 'ctAdmin')];
  const jobId = await trainPrivately();
  expect((await other.listBrandModels()).items).toEqual([]);
  expect(await owner.shareTrainingJob(jobId)).toMatchObject({ sharing: 'sharing' });
  const { items } = await until(
    () => other.listBrandModels(),
    (page) => page.items.length > 0,
    { withinMs: 15_000 },
  );
  expect(items).toMatchObject([{ shared: { name: 'Signs', isMine: false } }]);
  const painted = await other.generateImage({ modelId: items[0]?.id ?? '', prompt: 'a shop', numImages: 1 });
  expect(painted).toMatchObject({ status: 'completed', images: [{ position: 0 }] });
  expect((await owner.listGenerations()).items).toEqual([]);

  await owner.withdrawTrainingJob(jobId);
  await until(
    () => owner.getTrainingJob(jobId),
    ({ sharing }) => sharing === null,
    { withinMs: 15_000 },
  );
  expect((await other.listBrandModels()).items).toEqual([]);
  expect((await other.getGeneration(painted.id)).images).toHaveLength(1);
  const again = await owner.generateImage({ modelId: 'signs-v1', prompt: 'a shop', numImages: 1 });
  expect(again).toMatchObject({ status: 'completed' });
});

it('leaves a model where it is while somebody paints with it, but not for long', async () => {
  const worker = await project.startWorker();
  const jobId = await trainPrivately();
  await worker.stop();
  const owner = personOf(project, 'ctMember');
  await owner.generateImage({ modelId: 'signs-v1', prompt: 'a shop', numImages: 1, waitMs: 0 });
  await project.query(`update public.generations set status = 'running'`);
  await owner.shareTrainingJob(jobId);
  await using world = openDutyWorld(project);
  expect(await drain(duty, world)).toBe(0);
  await project.query(`update private.model_moves set requested_at = now() - interval '11 minutes'`);
  expect(await drain(duty, world)).toBe(1);
  expect(await owner.getTrainingJob(jobId)).toMatchObject({ sharing: 'shared' });
});

it('moves a model once where four workers come at once', async () => {
  const worker = await project.startWorker();
  const jobId = await trainPrivately();
  await worker.stop();
  await personOf(project, 'ctMember').shareTrainingJob(jobId);
  const worlds = [1, 2, 3, 4].map((number) => openDutyWorld(project, { name: `worker-${number}` }));
  const pieces = await Promise.all(worlds.map((world) => drain(duty, world)));
  await Promise.all(worlds.map((world) => world[Symbol.asyncDispose]()));
  expect(pieces.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await project.query('select 1 as row from private.model_moves')).toEqual([]);
});
