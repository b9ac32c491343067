import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Replicate from 'replicate';
import { expect, it } from 'vitest';
import { spawnStack } from '../testing/spawn-stack.ts';
import { until } from '../testing/until.ts';
import { useUsedHomes } from '../testing/used-home.ts';

const createUsedHome = useUsedHomes();

it('runs the simulated vendors beside the rest, and says where and as whom', async () => {
  await using home = await createUsedHome();
  await using stack = spawnStack({ home: home.path, environment: { ACT_SIM_SPEED: '400' } });
  const { url, providers } = await stack.ready();
  const { url: baseUrl, token: auth } = providers.replicate;
  const client = new Replicate({ auth, baseUrl, useFileOutput: false });
  expect(await client.accounts.current()).toMatchObject({ username: providers.replicate.username });
  const input = { prompt: 'a hill', megapixels: '0.25' };
  const [picture] = Object.values(
    await client.run('black-forest-labs/flux-dev-lora', { input, wait: { mode: 'poll', interval: 50 } }),
  );
  expect((await fetch(String(picture))).headers.get('x-act-simulation')).toBe('1');

  const { url: queue, endpointId, apiKey } = providers.runpod;
  const health = await fetch(`${queue}/${endpointId}/health`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  expect(await health.json()).toMatchObject({ jobs: { completed: 0 } });

  const overview = async (language: string) =>
    (await fetch(url, { headers: { 'accept-language': language } })).text();
  expect(await overview('en')).toContain('Replicate (simulated)');
  expect(await overview('ru')).toContain('Replicate (имитация)');
  expect(await overview('en')).toContain('RunPod (simulated)');
  expect(await overview('en')).toContain(auth);
  expect((await stat(join(home.path, 'stack.json'))).mode & 0o077).toBe(0);
});

it('brings the vendors back alone, at their address and with their token', async () => {
  await using home = await createUsedHome();
  await using stack = spawnStack({ home: home.path });
  const { providers } = await stack.ready();
  const gateway = await stack.getPart('gateway');
  process.kill(await stack.getPart('provider'), 'SIGKILL');
  const { url, token } = providers.replicate;
  const ask = () => fetch(`${url}/account`, { headers: { authorization: `Bearer ${token}` } });
  await until('the vendors are back', async () => stack.output().includes('Provider simulators is back'));
  expect((await ask()).status).toBe(200);
  expect(await stack.getPart('gateway')).toBe(gateway);
});

const openClient = async (stack: ReturnType<typeof spawnStack>) => {
  const { url: baseUrl, token: auth } = (await stack.ready()).providers.replicate;
  return new Replicate({ auth, baseUrl, useFileOutput: false });
};

it('has what the vendors were at after a restart', async () => {
  await using home = await createUsedHome();
  const environment = { ACT_SIM_SPEED: '400' };
  let begun: { id: string };
  {
    await using stack = spawnStack({ home: home.path, environment });
    const client = await openClient(stack);
    const input = { prompt: 'a hill', megapixels: '0.25' };
    begun = await client.predictions.create({ model: 'black-forest-labs/flux-dev-lora', input });
  }
  await using stack = spawnStack({ home: home.path, environment });
  const client = await openClient(stack);
  const get = () => client.predictions.get(begun.id);
  await until('the picture is there', async () => (await get()).status === 'succeeded');
  expect((await fetch((await get()).output[0])).status).toBe(200);
});

it('starts all the same where what the vendors were at is damaged', async () => {
  await using home = await createUsedHome();
  await writeFile(join(home.path, 'simulators.jsonl'), 'damaged\n');
  await using stack = spawnStack({ home: home.path });
  const client = await openClient(stack);
  await expect(client.predictions.get('p1')).rejects.toThrow('404');
  expect(stack.output()).toContain('begin anew');
});
