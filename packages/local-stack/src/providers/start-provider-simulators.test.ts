import Replicate from 'replicate';
import { expect, it } from 'vitest';
import { useReplicate } from './replicate/testing/use-replicate.ts';
import { startProviderSimulators } from './start-provider-simulators.ts';

it('serves the published client over a socket, on a clock of its own', async () => {
  await using world = await useReplicate({ listen: true });
  const id = await world.startTraining({ input: { steps: 10 } });
  await world.clock.advance(120_000);
  const training = await world.client.trainings.get(id);
  expect(training.output?.weights?.startsWith(world.simulators.url)).toBe(true);
  expect((await fetch(training.output?.weights ?? '', { headers: { range: 'bytes=0-511' } })).status).toBe(
    206,
  );
});

it('paints by itself, as fast as it is told to', async () => {
  await using simulators = await startProviderSimulators({ speed: 400 });
  const { url: baseUrl, token: auth } = simulators.replicate;
  const client = new Replicate({ auth, baseUrl, useFileOutput: false });
  const output = await client.run('black-forest-labs/flux-dev-lora', {
    input: { prompt: 'x', megapixels: '0.25' },
    wait: { mode: 'poll', interval: 20 },
  });
  expect(output).toEqual([expect.stringContaining(`${simulators.url}/replicate/delivery/`)]);
});

it('has both vendors on one clock, one fault board and one list of runs', async () => {
  await using world = await useReplicate();
  const { runpod, fetch, faults } = world.simulators;
  await world.startTraining();
  const submit = () =>
    fetch(`${runpod.url}/${runpod.endpointId}/run`, {
      method: 'POST',
      headers: { authorization: `Bearer ${runpod.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ input: { task: 'train' } }),
    });
  expect((await submit()).status).toBe(200);
  expect(world.simulators.runs()).toMatchObject([
    { provider: 'replicate', kind: 'training', isPaid: true },
    { provider: 'runpod', kind: 'training', account: 'act-worker', isPaid: false },
  ]);
  faults.add({ on: '*', kind: 'status', status: 503, times: 2 });
  expect([(await submit()).status, (await world.request('/account')).status]).toEqual([503, 503]);
});

it('leaves nothing open', async () => {
  const simulators = await startProviderSimulators({ speed: 1 });
  simulators.faults.add({ on: 'replicate.account.get', kind: 'stall' });
  const stalled = fetch(`${simulators.replicate.url}/account`).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await simulators[Symbol.asyncDispose]();
  expect(await stalled).toBeInstanceOf(TypeError);
  await expect(fetch(simulators.url)).rejects.toThrow();
});
