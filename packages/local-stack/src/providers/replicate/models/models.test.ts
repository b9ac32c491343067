import { expect, it } from 'vitest';
import { useReplicate } from '../testing/use-replicate.ts';
import { trainerVersions } from './known-models.ts';

it('says who I am and what there is, to the published client', async () => {
  await using world = await useReplicate();
  expect(await world.client.accounts.current()).toMatchObject({ username: 'act-demo', type: 'organization' });
  expect((await world.client.hardware.list()).map(({ sku }) => sku)).toContain('gpu-h100');
  const trainer = await world.client.models.get('ostris', 'flux-dev-lora-trainer');
  expect(trainer.latest_version?.id).toBe(trainerVersions[0]);
  const versions = await world.client.models.versions.list('ostris', 'flux-dev-lora-trainer');
  expect(versions.results.map(({ id }) => id)).toEqual(trainerVersions);
  const version = await world.client.models.versions.get(
    'ostris',
    'flux-dev-lora-trainer',
    trainerVersions[1] ?? '',
  );
  expect(version.openapi_schema).toMatchObject({
    components: { schemas: { Input: { properties: { steps: { maximum: 6000 } } } } },
  });
});

it('makes a private destination once, and deletes it when it is empty', async () => {
  await using world = await useReplicate();
  const make = (owner: string, name: string, more = {}) =>
    world.request('/models', {
      method: 'POST',
      body: JSON.stringify({ owner, name, visibility: 'private', hardware: 'gpu-t4', ...more }),
    });
  expect(
    await world.client.models.create('act-demo', 'brand-acme', { visibility: 'private', hardware: 'gpu-t4' }),
  ).toMatchObject({
    owner: 'act-demo',
    visibility: 'private',
    run_count: 0,
    latest_version: null,
  });
  const again = await make('act-demo', 'brand-acme');
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({
    errors: [{ detail: 'A model with that name and owner already exists.' }],
  });
  expect((await make('fofr', 'mine')).status).toBe(422);
  expect((await make('act-demo', '../x')).status).toBe(422);
  expect((await make('act-demo', 'x', { hardware: 'gpu-9000' })).status).toBe(422);
  expect((await world.client.models.list()).results.map(({ name }) => name)).toContain('brand-acme');

  const remove = async (path: string) => (await world.request(path, { method: 'DELETE' })).status;
  const training = await world.client.trainings.create(
    'ostris',
    'flux-dev-lora-trainer',
    trainerVersions[0] ?? '',
    {
      destination: 'act-demo/brand-acme',
      input: { input_images: await world.publishPictures(), steps: 10 },
    },
  );
  await world.clock.advance(120_000);
  const version = (await world.client.trainings.get(training.id)).output?.version?.split(':')[1];
  expect(await remove('/models/act-demo/brand-acme')).toBe(422);
  expect(await remove(`/models/act-demo/brand-acme/versions/${version}`)).toBe(202);
  expect(await remove('/models/act-demo/brand-acme')).toBe(204);
  expect(await remove('/models/act-demo/brand-acme')).toBe(404);
  expect(await remove('/models/fofr/flux-pixar')).toBe(422);
});
