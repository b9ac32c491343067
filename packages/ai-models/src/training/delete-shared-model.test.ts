import { demoPeople } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deleteModel, getBrandModel } from '../inference/brand-models.ts';
import { cleanUp } from '../inference/clean-up.ts';
import { getGeneration } from '../inference/generations.ts';
import { removeDeletedFiles } from '../jobs/tidying/remove-deleted-files.ts';
import { deleteMyData } from './delete-my-data.ts';
import { openSharingWorld, type SharingWorld } from './testing/sharing-world.ts';
import { getTrainingJob } from './training-jobs.ts';

let world: SharingWorld;
beforeAll(async () => {
  world = await openSharingWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const finish = (condition: string, ...values: string[]) =>
  world.sql(
    `update public.generations set status = 'cancelled', error_code = 'cancelled', due_at = null where ${condition}`,
    values,
  );

it('is deleted by its owner once nobody paints with it, and leaves others their pictures', async () => {
  const mine = await world.addModel();
  await world.share(mine);
  const { path, sample_paths: samples } = await world.rowOf(mine.modelId);
  const [ours, theirs] = [
    await world.paint(world.owner, mine.modelId),
    await world.paint(world.admin, mine.modelId),
  ];
  await finish('id = $1', ours.id);
  await expect(deleteModel(world.owner, mine.modelId)).rejects.toMatchObject({
    code: 'conflict',
    hint: expect.stringContaining('Retire it'),
  });
  expect(await getGeneration(world.admin, theirs.id)).toMatchObject({ status: 'pending' });
  await finish('id = $1', theirs.id);
  await deleteModel(world.owner, mine.modelId);
  await expect(getGeneration(world.owner, ours.id)).rejects.toMatchObject({ code: 'generation_not_found' });
  expect(await getGeneration(world.admin, theirs.id)).toMatchObject({ modelId: mine.modelId });
  expect(await getTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: null });
  await removeDeletedFiles(world.system);
  for (const file of [path, ...samples]) expect(await world.sees(world.system, file)).toBe(false);
});

it('goes with its owner’s account, once nobody paints with it', async () => {
  const mine = await world.addModel();
  await world.share(mine);
  const painted = await world.paint(world.admin, mine.modelId);
  await finish('user_id <> $1 and id <> $2', demoPeople.ctMember.id, painted.id);
  await deleteMyData(world.owner.database);
  await expect(world.paint(world.admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await getGeneration(world.admin, painted.id)).toMatchObject({ status: 'pending' });
  await finish('id = $1', painted.id);
  await cleanUp(world.system);
  await expect(getBrandModel(world.admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await getGeneration(world.admin, painted.id)).toMatchObject({
    status: 'cancelled',
    modelId: mine.modelId,
  });
});
