import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginEpisode, type Episode } from '../jobs/testing/episode.ts';
import { createJobWorld, type JobWorld } from '../jobs/testing/job-world.ts';
import { finishTask, generationTask, trainingTask, trainModel } from '../jobs/testing/task.ts';
import { contextFor } from '../node/testing/brand-context.ts';
import { updateTrainingJob } from '../training/training-jobs.ts';
import {
  deleteModel,
  getBrandModel,
  listBrandModels,
  setModelAlias,
  setModelRetired,
} from './brand-models.ts';
import { getGeneration, listGenerations } from './generations.ts';

let world: JobWorld;
let episode: Episode;
beforeAll(async () => {
  world = await createJobWorld();
  episode = await beginEpisode(world);
  await trainModel(episode);
  await trainModel(episode);
});
afterAll(async () => {
  await episode[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const admin = () => contextFor(world.stack, 'ctAdmin', { fetch: world.fetch });
const member = () => contextFor(world.stack, 'ctMember', { fetch: world.fetch });
const liveOf = async (name: string) => (await getBrandModel(await member(), name)).modelId;

it('moves the live version forward, and back', async () => {
  expect(await liveOf('flux-lora')).toBe('flux-lora-v1');
  const moved = await setModelAlias(await admin(), { name: 'flux-lora', version: 2 });
  expect(moved).toMatchObject({ modelId: 'flux-lora-v2', aliases: ['live'] });
  expect(await liveOf('flux-lora')).toBe('flux-lora-v2');
  await setModelAlias(await admin(), { name: 'flux-lora', alias: 'live', version: 1 });
  expect(await liveOf('flux-lora')).toBe('flux-lora-v1');
});

it('lets other words stand for a version', async () => {
  await setModelAlias(await admin(), { name: 'flux-lora', alias: 'best', version: 2 });
  expect(await liveOf('flux-lora@best')).toBe('flux-lora-v2');
  expect((await getBrandModel(await member(), 'flux-lora-v1')).aliases).toEqual(['live']);
});

it('takes a version out of use, and back into it', async () => {
  const names = async (includeRetired = false) =>
    (await listBrandModels(await member(), { includeRetired })).items.map(({ modelId }) => modelId);
  expect(await setModelRetired(await admin(), 'flux-lora-v2', true)).toMatchObject({ status: 'retired' });
  expect([await names(), await names(true)]).toEqual([['flux-lora-v1'], ['flux-lora-v2', 'flux-lora-v1']]);
  const painting = generationTask('flux-lora-v2', { numImages: 1 });
  await expect(painting.ask(await member())).rejects.toMatchObject({
    code: 'model_not_found',
    message: expect.stringContaining('retired'),
  });
  expect(await setModelRetired(await admin(), 'flux-lora-v2', false)).toMatchObject({ status: 'ready' });
  expect(await names()).toEqual(['flux-lora-v2', 'flux-lora-v1']);
});

it('changes nothing for a member', async () => {
  const context = await member();
  await expect(setModelRetired(context, 'flux-lora-v2', true)).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(deleteModel(context, 'flux-lora-v2')).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(setModelAlias(context, { name: 'flux-lora', version: 2 })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  expect(await liveOf('flux-lora')).toBe('flux-lora-v1');
});

it('lists what was made with one model, whatever people call it', async () => {
  const worker = await episode.openWorker();
  for (const modelId of ['flux-lora-v1', 'flux-lora-v2']) {
    const painting = generationTask(modelId, { numImages: 1 });
    const id = await painting.ask(worker);
    await finishTask(episode, worker, painting, id);
    expect(await getGeneration(await member(), id)).toMatchObject({ modelId, status: 'completed' });
  }
  const made = async (modelId?: string) =>
    (await listGenerations(await member(), { modelId })).items.map((generation) => generation.modelId);
  expect(await made()).toEqual(['flux-lora-v2', 'flux-lora-v1']);
  expect(await made('flux-lora-v2')).toEqual(['flux-lora-v2']);
  expect(await made('flux-lora')).toEqual(['flux-lora-v1']);
  await expect(made('flux-lora-v3')).rejects.toMatchObject({ code: 'model_not_found' });
});

it('deletes a version with its weights, and gives its number to no other', async () => {
  const weights = () =>
    world.query(
      `select name from storage.objects where bucket_id = 'models' and name like '%-v2.safetensors'`,
    );
  expect(await weights()).toHaveLength(1);
  await deleteModel(await admin(), 'flux-lora-v2');
  await expect(getBrandModel(await admin(), 'flux-lora-v2')).rejects.toMatchObject({
    code: 'model_not_found',
  });
  // The next who works clears away what was noted.
  await trainModel(episode);
  expect(await liveOf('flux-lora-v3')).toBe('flux-lora-v3');
});

it('gives a training another name and description, and nothing else', async () => {
  const asker = await episode.openAsker();
  const id = await trainingTask(world).ask(asker);
  const context = await admin();
  const named = await updateTrainingJob(context, id, { name: ' Cups ', description: 'For spring.' });
  expect(named).toMatchObject({ name: 'Cups', description: 'For spring.' });
  expect(await updateTrainingJob(context, id, { description: null })).toMatchObject({
    name: 'Cups',
    description: null,
  });
  const columns: object = { name: 'Bags', status: 'completed' };
  for (const wrong of [columns, { name: '' }, { name: 'a'.repeat(121) }, {}])
    await expect(updateTrainingJob(context, id, wrong)).rejects.toMatchObject({ code: 'input_invalid' });
  expect(await updateTrainingJob(context, id, { name: 'Cups' })).toMatchObject({ status: 'pending' });
});
