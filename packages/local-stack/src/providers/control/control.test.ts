import { expect, it } from 'vitest';
import { type ReplicateWorld, useReplicate } from '../replicate/testing/use-replicate.ts';

async function control(world: ReplicateWorld, path: string, init: RequestInit = {}) {
  const response = await world.simulators.fetch(`${world.simulators.url}/_simulator${path}`, init);
  return { status: response.status, body: await response.json(), headers: response.headers };
}
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

it('sets faults, lists and clears them', async () => {
  await using world = await useReplicate();
  const fault = { on: 'replicate.account.get', kind: 'status', status: 503 };
  expect(await control(world, '/faults', post(fault))).toMatchObject({
    status: 201,
    body: { faults: [{ ...fault, times: 1 }] },
  });
  expect((await world.request('/account')).status).toBe(503);
  expect((await world.request('/account')).status).toBe(200);
  await control(world, '/faults', post([fault, fault]));
  expect((await control(world, '/faults')).body).toMatchObject({ faults: [fault, fault] });
  await control(world, '/faults', { method: 'DELETE' });
  expect((await world.request('/account')).status).toBe(200);
});

it('shows every run that was paid for, and the webhooks', async () => {
  await using world = await useReplicate();
  const { url } = world.receiveWebhooks([500]);
  const id = await world.startTraining({ webhook: url, events: ['start'] });
  await world.clock.advance(16_000);
  expect((await control(world, '/runs')).body).toMatchObject({
    paidSubmissions: 1,
    runs: [
      {
        id,
        provider: 'replicate',
        kind: 'training',
        account: 'act-demo',
        state: 'processing',
        input: { steps: 1000 },
      },
    ],
  });
  expect((await control(world, '/webhooks')).body).toMatchObject({
    deliveries: [{ runId: id, event: 'start', status: 500, outcome: 'refused' }],
  });
});

it.each([
  [
    'no JSON',
    { method: 'POST', body: 'on=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    400,
  ],
  [
    'JSON that hides as text',
    {
      method: 'POST',
      body: '{"on":"replicate.*","kind":"stall"}',
      headers: { 'content-type': 'text/plain' },
    },
    400,
  ],
  ['an unknown fault', post({ on: 'replicate.x', kind: 'explode' }), 400],
  ['a foreign page', post({ on: 'replicate.x', kind: 'stall' }, { origin: 'https://evil.example' }), 403],
])('takes nothing from %s', async (_, init, status) => {
  await using world = await useReplicate();
  expect((await control(world, '/faults', init)).status).toBe(status);
  expect(world.simulators.faults.list()).toEqual([]);
});

it('hides from a foreign name that points to this machine', async () => {
  await using world = await useReplicate({ listen: true });
  const port = new URL(world.simulators.url).port;
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    request(
      { host: '127.0.0.1', port, path: '/_simulator/runs', headers: { host: `evil.example:${port}` } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    ).end();
  });
  expect(status).toBe(403);
  expect((await fetch(`${world.simulators.url}/_simulator/runs`)).status).toBe(200);
});

it('changes the speed', async () => {
  await using world = await useReplicate();
  expect((await control(world, '/speed', post({ speed: -1 }))).status).toBe(400);
  expect((await control(world, '/speed', post({ speed: 80 }))).status).toBe(200);
});

it('says in every answer that it is a simulation', async () => {
  await using world = await useReplicate();
  const answers = [
    await world.request('/account'),
    await world.request('/none'),
    await world.simulators.fetch(`${world.simulators.url}/replicate`),
    await world.simulators.fetch(`${world.simulators.url}/none`),
  ];
  expect(answers.map(({ status, headers }) => [status, headers.get('x-act-simulation')])).toEqual([
    [200, '1'],
    [404, '1'],
    [200, '1'],
    [404, '1'],
  ]);
});
