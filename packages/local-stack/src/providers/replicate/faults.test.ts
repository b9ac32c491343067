import { expect, it, onTestFinished } from 'vitest';
import { createScaledClock } from '../time/simulated-clock.ts';
import { trainerVersions } from './models/known-models.ts';
import { type ReplicateWorld, useReplicate } from './testing/use-replicate.ts';

const on = 'replicate.trainings.create';
const create = async (world: ReplicateWorld, signal?: AbortSignal) => {
  const destination = await world.createDestination();
  const body = JSON.stringify({ destination, input: { input_images: 'https://files.example.test/x.zip' } });
  const path = `/models/ostris/flux-dev-lora-trainer/versions/${trainerVersions[0]}/trainings`;
  return world.request(path, { method: 'POST', body, ...(signal && { signal }) });
};

it.each([401, 402, 404, 422, 429, 500, 502, 503, 504])(
  'answers %i without starting anything',
  async (status) => {
    await using world = await useReplicate();
    world.fail({ on, kind: 'status', status });
    const response = await create(world);
    expect(response.status).toBe(status);
    expect(response.headers.get('x-act-simulation')).toBe('1');
    expect((await response.text()).length).toBeGreaterThan(0);
    expect(world.simulators.runs()).toEqual([]);
    expect((await create(world)).status).toBe(201);
  },
);

it('answers the body that a fault brings along', async () => {
  await using world = await useReplicate();
  world.fail({ on, kind: 'status', status: 429, body: { detail: 'Slow down', retry_after: 7 } });
  expect(await (await create(world)).json()).toEqual({ detail: 'Slow down', retry_after: 7 });
});

it.each([true, false])(
  'breaks a connection before or after a run is accepted (over a socket: %s)',
  async (listen) => {
    await using world = await useReplicate({ listen });
    world.fail({ on, kind: 'drop-before-accept' });
    await expect(create(world)).rejects.toThrow('fetch failed');
    expect(world.simulators.runs()).toHaveLength(0);
    world.fail({ on, kind: 'drop-after-accept' });
    await expect(create(world)).rejects.toThrow('fetch failed');
    expect(world.simulators.runs()).toHaveLength(1);
    expect((await create(world)).status).toBe(201);
  },
);

it('shows what the published client does with a broken connection: it pays six times', async () => {
  await using world = await useReplicate({ listen: true });
  const destination = await world.createDestination();
  world.fail({ on, kind: 'drop-after-accept', times: 6 });
  const options = { destination, input: { input_images: 'https://files.example.test/x.zip' } };
  const attempt = world.client.trainings.create(
    'ostris',
    'flux-dev-lora-trainer',
    trainerVersions[0] ?? '',
    options,
  );
  await expect(attempt).rejects.toThrow();
  expect(world.simulators.runs()).toHaveLength(6);
});

it.each([true, false])('never answers a stalled request (over a socket: %s)', async (listen) => {
  await using world = await useReplicate({ listen });
  world.fail({ on, kind: 'stall' });
  await expect(create(world, AbortSignal.timeout(200))).rejects.toThrow();
  expect(world.simulators.runs()).toEqual([]);
});

it('answers late, by the clock', async () => {
  const clock = createScaledClock(100);
  onTestFinished(() => clock.stop());
  await using world = await useReplicate({ clock });
  world.fail({ on, kind: 'slow', delayMs: 10_000 });
  const startedAt = performance.now();
  expect((await create(world)).status).toBe(201);
  expect(performance.now() - startedAt).toBeGreaterThan(95);
});

it('fails, stalls and slows runs', async () => {
  await using world = await useReplicate();
  const run = async () => {
    const id = await world.startTraining({ input: { steps: 100 } });
    await world.clock.advance(300_000);
    return world.client.trainings.get(id);
  };
  world.fail({ on: 'replicate.trainings.run', kind: 'fail-run' });
  const failed = await run();
  expect(failed).toMatchObject({ status: 'failed', error: expect.stringContaining('CUDA out of memory') });
  expect(failed.logs).toContain('flux_train_replicate:');
  world.fail({
    on: 'replicate.trainings.run',
    kind: 'fail-run',
    message: 'NSFW content in the training images',
  });
  expect(await run()).toMatchObject({ status: 'failed', error: 'NSFW content in the training images' });
  world.fail({ on: 'replicate.trainings.run', kind: 'stall' });
  const stalled = await run();
  await world.clock.advance(24 * 3_600_000);
  expect(await world.client.trainings.get(stalled.id)).toMatchObject({
    status: 'processing',
    logs: stalled.logs,
  });
  world.fail({ on: 'replicate.trainings.run', kind: 'slow', delayMs: 600_000 });
  const slow = await run();
  expect(slow.status).toBe('processing');
  await world.clock.advance(600_000);
  expect(await world.client.trainings.get(slow.id)).toMatchObject({ status: 'succeeded' });
});

it('counts an account’s requests: 600 predictions and 3,000 others a minute', async () => {
  await using world = await useReplicate({
    replicate: { rateLimits: { predictionsPerMinute: 2, othersPerMinute: 5 } },
  });
  const predict = () => world.request('/predictions', { method: 'POST', body: '{}' });
  expect([(await predict()).status, (await predict()).status]).toEqual([422, 422]);
  const throttled = await predict();
  expect(throttled.status).toBe(429);
  expect(await throttled.json()).toMatchObject({
    status: 429,
    retry_after: 30,
    detail: expect.stringContaining('resets in ~30s'),
  });
  await world.clock.advance(30_000);
  expect((await predict()).status).toBe(422);
  const statuses = await Promise.all(
    Array.from({ length: 6 }, async () => (await world.request('/account')).status),
  );
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
});

it('lets nobody without credit start what costs, and one with little seldom', async () => {
  const accounts = [
    { token: 'r8_poor', username: 'poor', credit: 'none' as const },
    { token: 'r8_low', username: 'low', credit: 'low' as const },
  ];
  await using world = await useReplicate({ replicate: { accounts } });
  expect((await create(world)).status).toBe(402);
  const headers = { authorization: 'Bearer r8_low' };
  const predict = () =>
    world.request('/models/black-forest-labs/flux-dev-lora/predictions', {
      method: 'POST',
      headers,
      body: JSON.stringify({ input: { prompt: 'x' } }),
    });
  expect([(await predict()).status, (await predict()).status]).toEqual([201, 429]);
});
