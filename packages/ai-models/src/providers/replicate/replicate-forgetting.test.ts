import { expect, it } from 'vitest';
import { z } from 'zod';
import type { KeptTraining } from '../training-provider.ts';
import { createReplicateWorld } from './testing/replicate-world.ts';

type World = Awaited<ReturnType<typeof createReplicateWorld>>;

const ask = ({ simulators }: World, path: string) =>
  fetch(`${simulators.replicate.url}${path}`, {
    headers: { authorization: `Bearer ${simulators.replicate.token}` },
  });

/** A training that has ended, and what a row would know of it. */
async function train(world: World, brandId = 'acme'): Promise<KeptTraining & { providerJobId: string }> {
  const { training } = world.provider;
  const call = await world.createTrainingCall({ brandId, runKey: `training-${brandId}-${Math.random()}` });
  const started = await training.startTraining(call);
  if (started.outcome !== 'accepted') throw started.error;
  for (;;) {
    const status = await training.getTrainingStatus(started.handle, { config: call.config });
    if (status.state === 'succeeded') {
      const { providerModel: model = null, providerVersion: version = null } = status;
      return { brandId, providerJobId: started.handle.providerJobId, model, version };
    }
    if (status.state === 'failed') throw status.error;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const versionsPage = z.object({ results: z.array(z.unknown()) });
const versions = async (world: World, brandId = 'acme') => {
  const response = await ask(world, `/models/${world.username}/act-${brandId}/versions`);
  return response.ok ? versionsPage.parse(await response.json()).results.length : null;
};

it('removes a version, by its name or by the run that it came of, and one that is gone as well', async () => {
  await using world = await createReplicateWorld('training');
  const { forgetTraining } = world.provider.training;
  const [first, second] = [await train(world), await train(world)];
  expect(await versions(world)).toBe(2);
  expect(await forgetTraining?.({ ...first, providerJobId: null })).toBe('forgotten');
  expect(await versions(world)).toBe(1);
  expect(await forgetTraining?.({ ...second, model: null, version: null })).toBe('forgotten');
  expect(await versions(world)).toBe(0);
  expect(await forgetTraining?.(first)).toBe('forgotten');
  expect(await forgetTraining?.({ ...first, providerJobId: 'unknown', model: null, version: null })).toBe(
    'forgotten',
  );
});

it('ends a run that goes on, and asks to be asked again', async () => {
  await using world = await createReplicateWorld('training');
  const { training } = world.provider;
  const started = await training.startTraining(await world.createTrainingCall());
  if (started.outcome !== 'accepted') throw started.error;
  const kept = { brandId: 'acme', providerJobId: started.handle.providerJobId, model: null, version: null };
  expect(await training.forgetTraining?.(kept)).toBe('not yet');
  expect(world.runs()[0]?.state).toMatch(/^(canceled|aborted)$/);
  expect(await training.forgetTraining?.(kept)).toBe('forgotten');
});

it('removes nothing that is not a version of the model of that brand', async () => {
  await using world = await createReplicateWorld('training');
  const { forgetTraining } = world.provider.training;
  const theirs = await train(world, 'acme2');
  for (const kept of [theirs, { ...theirs, model: null, version: null }]) {
    await expect(forgetTraining?.({ ...kept, brandId: 'acme' })).rejects.toMatchObject({
      failure: 'still_used',
    });
  }
  const trainer = { ...theirs, brandId: 'acme', model: 'ostris/flux-dev-lora-trainer' };
  await expect(forgetTraining?.(trainer)).rejects.toMatchObject({ failure: 'still_used' });
  expect(await versions(world, 'acme2')).toBe(1);
});

it('removes the whole place of a brand, and nothing of one whose name begins alike', async () => {
  await using world = await createReplicateWorld('training');
  const { forgetBrand } = world.provider.training;
  await train(world);
  await train(world);
  await train(world, 'acme2');
  expect(await forgetBrand?.('acme')).toBe('forgotten');
  expect(await versions(world)).toBeNull();
  expect(await forgetBrand?.('acme')).toBe('forgotten');
  expect(await versions(world, 'acme2')).toBe(1);
});

it('asks to be asked again while versions are still going', async () => {
  await using world = await createReplicateWorld('training');
  await train(world);
  world.simulators.faults.add({ on: 'replicate.models.delete', kind: 'status', status: 422 });
  expect(await world.provider.training.forgetBrand?.('acme')).toBe('not yet');
  expect(await world.provider.training.forgetBrand?.('acme')).toBe('forgotten');
});

it.each([
  [422, 'still_used', false],
  [409, 'still_used', false],
  [401, 'unauthenticated', false],
  [429, 'rate_limited', true],
  [503, 'unavailable', true],
])('says of a %i: %s', async (status, failure, retryable) => {
  await using world = await createReplicateWorld('training', { retry: { attempts: 1 } });
  const kept = {
    brandId: 'acme',
    providerJobId: null,
    model: `${world.username}/act-acme`,
    version: 'a'.repeat(64),
  };
  world.simulators.faults.add({ on: 'replicate.versions.delete', kind: 'status', status });
  await expect(world.provider.training.forgetTraining?.(kept)).rejects.toMatchObject({ failure, retryable });
});
