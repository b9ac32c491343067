import { demoPeople } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeJob } from '../database/training-jobs.ts';
import { deleteModel, getBrandModel, setModelRetired } from '../inference/brand-models.ts';
import { getGeneration, listGenerations } from '../inference/generations.ts';
import { addPrivateModel, allowSharing } from '../jobs/testing/private-model.ts';
import { moveModel } from '../jobs/tidying/move-model.ts';
import { removeDeletedFiles } from '../jobs/tidying/remove-deleted-files.ts';
import { brand } from '../node/testing/brand-context.ts';
import { removeObjects } from '../storage/object-files.ts';
import { parseRowPath } from '../storage/storage-paths.ts';
import { shareTrainingJob, withdrawTrainingJob } from './share-training.ts';
import { openSharingWorld, type SharingWorld } from './testing/sharing-world.ts';
import { getTrainingJob } from './training-jobs.ts';

let world: SharingWorld;
beforeAll(async () => {
  world = await openSharingWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const setRole = (role: string) =>
  world.sql('update public.brand_users set role = $1 where brand_id = $2 and user_id = $3', [
    role,
    brand,
    demoPeople.ctMember.id,
  ]);

it('takes a model back at once, and leaves others what they made with it', async () => {
  const mine = await world.addModel();
  await world.share(mine);
  const { path, sample_paths: samples } = await world.rowOf(mine.modelId);
  const painted = await world.paint(world.admin, mine.modelId);
  expect(painted).toMatchObject({ modelId: mine.modelId, modelName: 'Shop signs' });
  expect(await withdrawTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: 'withdrawing' });

  // Nobody waits for the engine.
  for (const file of [path, ...samples]) expect(await world.sees(world.admin, file)).toBe(false);
  await expect(getBrandModel(world.admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  await expect(world.paint(world.admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await world.sees(world.owner, path)).toBe(true);
  expect(await getBrandModel(world.owner, mine.modelId)).toMatchObject({
    shared: null,
    metadata: { mine: true },
  });
  expect(
    await world.sql('select cancel_requested_at from public.generations where id = $1', [painted.id]),
  ).toEqual([{ cancel_requested_at: expect.any(Date) }]);

  expect(await moveModel(world.system, mine.modelId)).toBe(true);
  expect(await world.rowOf(mine.modelId)).toMatchObject({ visibility: 'owner', sample_paths: [] });
  await removeDeletedFiles(world.system);
  for (const file of [path, ...samples]) expect(await world.sees(world.system, file)).toBe(false);
  expect(await getGeneration(world.admin, painted.id)).toMatchObject({
    modelId: mine.modelId,
    modelName: null,
  });
  expect((await listGenerations(world.admin, { modelId: mine.modelId })).items.map(({ id }) => id)).toEqual([
    painted.id,
  ]);
  const again = await getBrandModel(world.owner, mine.modelId);
  expect(again.modelId).toMatch(/^signs-\d+-v1$/);
  expect(await world.sees(world.owner, again.path)).toBe(true);
});

it('is shared anew by whoever thinks better of it before the files are home', async () => {
  const mine = await world.addModel();
  await world.share(mine);
  const { path: first } = await world.rowOf(mine.modelId);
  await withdrawTrainingJob(world.owner, mine.jobId);
  expect(await shareTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: 'sharing' });
  expect(await withdrawTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: 'withdrawing' });
  expect(await world.targetOf(mine.modelId)).toContain(`/${demoPeople.ctMember.id}/`);
  await world.share(mine);
  const { path, visibility } = await world.rowOf(mine.modelId);
  expect([path === first, visibility]).toEqual([false, 'brand']);
  await removeDeletedFiles(world.system);
  expect([await world.sees(world.admin, path), await world.sees(world.system, first)]).toEqual([true, false]);
});

it('ends what others still paint with it when its files go home', async () => {
  const mine = await world.addModel();
  await world.share(mine);
  const [ours, theirs] = [
    await world.paint(world.owner, mine.modelId),
    await world.paint(world.admin, mine.modelId),
  ];
  await world.sql(`update public.generations set status = 'running' where id = any ($1)`, [
    [ours.id, theirs.id],
  ]);
  await withdrawTrainingJob(world.owner, mine.jobId);
  const stopped = () =>
    world.sql<{ id: string }>(
      'select id from public.generations where id = any ($1) and cancel_requested_at is not null',
      [[ours.id, theirs.id]],
    );
  expect(await stopped()).toEqual([]);
  expect(await moveModel(world.system, mine.modelId)).toBe(true);
  expect(await stopped()).toEqual([{ id: theirs.id }]);
});

it('shares nothing whose owner has left, only looks by now, or whose brand shares nothing any more', async () => {
  const leave = () =>
    world.sql('delete from public.brand_users where brand_id = $1 and user_id = $2', [
      brand,
      demoPeople.ctMember.id,
    ]);
  const join = () =>
    world.sql(`insert into public.brand_users (brand_id, user_id, role) values ($1, $2, 'member')`, [
      brand,
      demoPeople.ctMember.id,
    ]);
  for (const [change, undo] of [
    [leave, join],
    [() => setRole('viewer'), () => setRole('member')],
    [() => allowSharing(world.stack, false), () => allowSharing(world.stack, true)],
  ] as const) {
    const mine = await world.addModel();
    await shareTrainingJob(world.owner, mine.jobId);
    const target = await world.targetOf(mine.modelId);
    await change();
    expect(await moveModel(world.system, mine.modelId)).toBe(false);
    await undo();
    expect(await getTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: null });
    await removeDeletedFiles(world.system);
    expect([
      await world.sees(world.system, target),
      await world.sees(world.admin, mine.path),
      await world.sees(world.owner, mine.path),
    ]).toEqual([false, false, true]);
  }
});

it('is taken back by an owner who only looks by now, in a brand that shares nothing any more', async () => {
  const mine = await world.addModel();
  await world.share(mine);
  await setRole('viewer');
  await allowSharing(world.stack, false);
  const taken = await withdrawTrainingJob(world.owner, mine.jobId);
  await setRole('member');
  await allowSharing(world.stack, true);
  expect(taken).toMatchObject({ sharing: 'withdrawing' });
});

it('is taken down by admins, who learn nothing of the training', async () => {
  const mine = await world.addModel();
  await shareTrainingJob(world.owner, mine.jobId);
  await expect(withdrawTrainingJob(world.admin, mine.jobId)).rejects.toMatchObject({ code: 'job_not_found' });
  await moveModel(world.system, mine.modelId);
  await expect(withdrawTrainingJob(world.viewer, mine.jobId)).rejects.toMatchObject({
    code: 'not_allowed',
  });
  expect(await withdrawTrainingJob(world.admin, mine.jobId)).toBeNull();
  await expect(getTrainingJob(world.admin, mine.jobId)).rejects.toMatchObject({ code: 'job_not_found' });
  await expect(getBrandModel(world.admin, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await getTrainingJob(world.owner, mine.jobId)).toMatchObject({ sharing: 'withdrawing' });
});

it('tells its owner that an admin took it down, and nobody of what an owner takes back', async () => {
  const mine = await world.addModel();
  await world.share(mine);
  await withdrawTrainingJob(world.owner, mine.jobId);
  const told = () =>
    world.sql('select user_id, facts from public.notices where kind = $1 and job_id = $2', [
      'sharing.ended',
      mine.jobId,
    ]);
  expect(await told()).toEqual([]);
  await world.share(mine);
  await withdrawTrainingJob(world.admin, mine.jobId);
  expect(await told()).toEqual([{ user_id: demoPeople.ctMember.id, facts: { name: 'Shop signs' } }]);
});

it('is nobody else’s to share, retire or delete', async () => {
  const mine = await world.addModel();
  await expect(shareTrainingJob(world.admin, mine.jobId)).rejects.toMatchObject({ code: 'job_not_found' });
  const looked = await addPrivateModel(world.stack, { owner: 'ctViewer', name: 'looked' });
  await expect(shareTrainingJob(world.viewer, looked.jobId)).rejects.toMatchObject({ code: 'not_allowed' });
  await world.share(mine);
  const { path, sample_paths: samples } = await world.rowOf(mine.modelId);
  await expect(setModelRetired(world.admin, mine.modelId, true)).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(deleteModel(world.admin, mine.modelId)).rejects.toMatchObject({ code: 'not_allowed' });
  await removeObjects(world.admin, 'models', [parseRowPath(path).key]);
  await removeObjects(
    world.admin,
    'generated-content',
    samples.map((sample) => parseRowPath(sample).key),
  );
  for (const file of [path, ...samples]) expect(await world.sees(world.system, file)).toBe(true);
});

it('is private again where its training is deleted for good', async () => {
  const mine = await addPrivateModel(world.stack, { owner: 'ctAdmin', name: 'for-good' });
  await shareTrainingJob(world.admin, mine.jobId);
  await moveModel(world.system, mine.modelId);
  expect(await removeJob(world.admin, mine.jobId)).toBe(true);
  expect(await moveModel(world.system, mine.modelId)).toBe(true);
  await expect(getBrandModel(world.owner, mine.modelId)).rejects.toMatchObject({ code: 'model_not_found' });
  expect(await getBrandModel(world.admin, mine.modelId)).toMatchObject({ shared: null });
});
