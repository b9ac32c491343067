import { validateWebhook } from 'replicate';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { type ReceivedWebhook, type ReplicateWorld, useReplicate } from '../testing/use-replicate.ts';

const training = 20 * 60_000;
const statusOf = ({ body }: ReceivedWebhook) => JSON.parse(body).status;
const verify = (world: ReplicateWorld, { headers, body }: ReceivedWebhook) =>
  new Webhook(world.simulators.replicate.webhookSecret).verify(body, headers);

/** The verifiers go by the wall's clock, and so does the simulator's; a manual one runs ahead of it. */
const isIntact = async (world: ReplicateWorld, { headers, body }: ReceivedWebhook) =>
  validateWebhook({
    id: headers['webhook-id'] ?? '',
    timestamp: headers['webhook-timestamp'] ?? '',
    signature: headers['webhook-signature'] ?? '',
    body,
    secret: world.simulators.replicate.webhookSecret,
  });

it('signs the test vector’s way, for the published client and an independent verifier', async () => {
  await using world = await useReplicate();
  const { url, received } = world.receiveWebhooks();
  const id = await world.startTraining({ webhook: `${url}`, events: ['start', 'completed'] });
  await world.clock.advance(16_000);
  expect(received).toHaveLength(1);
  const [start] = received;
  if (!start) throw new Error('No webhook came.');
  expect(verify(world, start)).toMatchObject({ id, status: 'processing' });
  expect(() => verify(world, { ...start, body: start.body.replace('processing', 'succeeded') })).toThrow();
  await world.clock.advance(training);
  expect(received.map(statusOf)).toEqual(['processing', 'succeeded']);
  expect(JSON.parse(received[1]?.body ?? '')).toEqual(await world.client.trainings.get(id));
  expect(await Promise.all(received.map((webhook) => isIntact(world, webhook)))).toEqual([true, true]);
  const secret = await world.client.webhooks.default.secret.get();
  expect(secret.key).toBe(world.simulators.replicate.webhookSecret);
});

it('rings without a filter for outputs and the end only', async () => {
  await using world = await useReplicate();
  const { url, received } = world.receiveWebhooks();
  await world.client.predictions.create({
    model: 'black-forest-labs/flux-dev-lora',
    webhook: url,
    input: { prompt: 'x', megapixels: '0.25' },
  });
  await world.clock.advance(20_000);
  expect(world.simulators.replicate.simulator.deliveries().map(({ event }) => event)).toEqual([
    'output',
    'completed',
  ]);
  expect(received.map(({ body }) => JSON.parse(body).output.length)).toEqual([1, 1]);
});

it('sends logs as they grow, no closer than half a second, and never again', async () => {
  await using world = await useReplicate();
  const { url, received } = world.receiveWebhooks([500, 500, 500]);
  await world.startTraining({ webhook: url, events: ['logs'], input: { steps: 50 } });
  await world.clock.advance(training);
  const ids = received.map(({ headers }) => headers['webhook-id']);
  expect(received.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
  const logs = received.map(({ body }) => JSON.parse(body).logs);
  for (const [index, log] of logs.slice(1).entries()) expect(log.startsWith(logs[index])).toBe(true);
});

it('repeats the last one for about a minute, under one id, and follows no redirect', async () => {
  await using world = await useReplicate();
  const { url, received } = world.receiveWebhooks([500, 404, 302, 503, 200]);
  await world.startTraining({ webhook: url, events: ['completed'], input: { steps: 3 } });
  await world.clock.advance(training);
  expect(received).toHaveLength(5);
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(received.map(({ headers }) => headers['webhook-timestamp'])).size).toBeGreaterThan(1);
  const deliveries = world.simulators.replicate.simulator.deliveries();
  expect(deliveries.map(({ status, outcome }) => [status, outcome])).toEqual([
    [500, 'refused'],
    [404, 'refused'],
    [302, 'refused'],
    [503, 'refused'],
    [200, 'delivered'],
  ]);

  const deaf = world.receiveWebhooks(Array.from({ length: 20 }, () => 500));
  await world.startTraining({ webhook: deaf.url, events: ['completed'], input: { steps: 3 } });
  await world.clock.advance(training);
  expect(deaf.received).toHaveLength(6);
});

it('loses, repeats, reorders and forges webhooks when it is told to', async () => {
  await using world = await useReplicate();
  const run = async () => {
    const { url, received } = world.receiveWebhooks();
    await world.startTraining({ webhook: url, events: ['start', 'completed'], input: { steps: 3 } });
    await world.clock.advance(training);
    return received;
  };
  world.fail({ on: 'replicate.webhooks', kind: 'lose-webhook' });
  expect((await run()).map(statusOf)).toEqual(['succeeded']);

  world.fail({ on: 'replicate.webhooks', kind: 'duplicate-webhook', times: 2 });
  const twice = await run();
  expect(twice.map(statusOf)).toEqual(['processing', 'processing', 'succeeded', 'succeeded']);
  expect(twice[0]?.headers['webhook-id']).toBe(twice[1]?.headers['webhook-id']);

  world.fail({ on: 'replicate.webhooks', kind: 'forge-webhook' });
  const forged = await run();
  expect(forged.map(statusOf)).toEqual(['succeeded', 'processing', 'succeeded']);
  expect(await Promise.all(forged.map((webhook) => isIntact(world, webhook)))).toEqual([false, true, true]);

  world.fail({ on: 'replicate.webhooks', kind: 'reorder-webhooks' });
  const { url, received } = world.receiveWebhooks();
  const id = await world.startTraining({ webhook: url, events: ['start', 'completed'] });
  await world.clock.advance(60_000);
  expect(received).toEqual([]);
  await world.client.trainings.cancel(id);
  await world.clock.advance(training);
  expect(received.map(statusOf)).toEqual(['canceled', 'processing']);
});
