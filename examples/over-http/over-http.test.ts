import { demoPeople } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { paintLogos } from '../paint-logos.ts';
import { checkTwin, createTwin } from './ai-twin.ts';
import { listBucket } from './brand-bucket.ts';
import { createLora, deleteLora, getLora, listLoras, paintWith, retryLora } from './lora-studio.ts';
import { getProgress, startSelfies } from './selfie-studio.ts';
import { type Studio, until } from './studio.ts';
import { startHttpWorld } from './testing/http-world.ts';
import { askForModel, look, useModel } from './upload-train-generate.ts';

const brandId = 'creativetechnologists';
const everyMs = 100;
const pictures = async (count: number) =>
  (await paintLogos(count)).map((bytes) => new Blob([bytes], { type: 'image/jpeg' }));

it('goes on to the end of what was asked for while nobody is there, in all five flows', {
  timeout: 180_000,
}, async () => {
  await using world = await startHttpWorld();
  const asked = await (async () => {
    await using open = await world.open();
    const member = await open.studio('ctMember', brandId);
    const functions = await open.studio('ctMember', brandId, '/functions/v1');
    const acme = await open.studio('acmeMember', 'acmecompany');
    const jobId = await askForModel(member, await pictures(4), everyMs);
    const others = await askForModel(acme, await pictures(4), everyMs);
    const { modelId } = await startSelfies(member, await pictures(4), everyMs);
    const twinId = await createTwin(functions, await pictures(4), demoPeople.ctMember.id);
    return { jobId, others, modelId, twinId };
  })();
  // Nothing listens any more: no browser, no function, no interface.
  expect(await world.untilTrainingsEnd(4)).toEqual(Array(4).fill('completed'));

  await using open = await world.open();
  const member = await open.studio('ctMember', brandId);
  const functions = await open.studio('ctMember', brandId, '/functions/v1');
  const acme = await open.studio('acmeMember', 'acmecompany');
  expect(await look(member, asked.jobId)).toMatchObject({ status: 'completed', progress: 100 });
  expect(await useModel(member, asked.jobId, everyMs)).toMatchObject({
    model: { modelId: 'logo-v1', path: `models/${brandId}/logo-v1.safetensors` },
    images: [expect.anything(), expect.anything()],
  });
  expect(await getProgress(member, asked.modelId)).toMatchObject({
    status: 'completed',
    progress: 100,
    model: { modelId: 'my-selfies-v1', triggerWord: expect.stringMatching(/^user\d{8}$/) },
  });
  expect(await checkTwin(functions, asked.twinId)).toEqual({
    status: 'completed',
    progress: 100,
    modelVersion: 'rusty-v1',
    errorMessage: null,
  });
  await expectOwnBucket(member, { pictures: 12, models: 3, generated: 2 });
  await expectOwnBucket(acme, { pictures: 4, models: 1, generated: 0 });
  await expect(look(member, asked.others)).rejects.toThrow('404');
  expect(world.providers.runs().filter(({ kind }) => kind === 'training')).toHaveLength(4);
});

/** As many as were made, and all of it under the brand's own name. */
async function expectOwnBucket(
  studio: Studio,
  counts: Readonly<Record<'pictures' | 'models' | 'generated', number>>,
): Promise<void> {
  const { pictures: own, models, generated } = await listBucket(studio);
  expect({ pictures: own.length, models: models.length, generated: generated.length }).toEqual(counts);
  const foreign = (bucket: string, paths: readonly string[]) =>
    paths.filter((path) => !path.startsWith(`${bucket}/${studio.brandId}/`));
  expect(foreign('training-data', own)).toEqual([]);
  expect(foreign('models', models)).toEqual([]);
  expect(foreign('generated-content', generated)).toEqual([]);
}

it('makes a LoRA, tries again where the provider refused, paints with it and deletes it', {
  timeout: 120_000,
}, async () => {
  await using world = await startHttpWorld();
  world.providers.faults.add({ on: 'replicate.trainings.create', kind: 'status', status: 402, times: 1 });
  const failed = await (async () => {
    await using open = await world.open();
    return await createLora(await open.studio('ctMember', brandId), await pictures(4), everyMs);
  })();
  expect(failed).toMatchObject({ name: 'Autumn bags', trigger_word: 'acmebag7', status: 'pending' });
  expect(await world.untilTrainingsEnd(1)).toEqual(['failed']);

  const again = await (async () => {
    await using open = await world.open();
    const member = await open.studio('ctMember', brandId);
    expect((await getLora(member, failed.id)).error_message).toMatch(/credit/);
    return await retryLora(member, failed.id);
  })();
  expect(await world.untilTrainingsEnd(2)).toEqual(['completed', 'failed']);

  await using open = await world.open();
  const member = await open.studio('ctMember', brandId);
  const lora = await until(
    () => getLora(member, again.id),
    ({ status }) => status === 'completed',
    { everyMs },
  );
  expect(lora.lora_url).toMatch(/^models\/creativetechnologists\/.*-v1\.safetensors$/);
  expect(await paintWith(member, lora, everyMs)).toMatchObject({ status: 'completed' });
  expect(await deleteLora(member, lora.id)).toBeNull();
  expect((await listLoras(member)).map(({ id }) => id)).toEqual([failed.id]);
});
