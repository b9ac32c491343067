import { expect, it } from 'vitest';
import type { AiModels } from './ai-models.ts';
import { createAiModels as createEagerly } from './client.ts';
import { ConfigError } from './errors/index.ts';
import { createAiModels, createLazyClient } from './lazy-client.ts';

const options = {
  supabase: { url: 'http://127.0.0.1:1', publishableKey: 'key' },
  access: { accessToken: () => null },
};

it('has every method that it stands for', () => {
  expect(Object.keys(createAiModels(options)).sort()).toEqual(Object.keys(createEagerly(options)).sort());
});

it('makes its client once, at the first call', async () => {
  let made = 0;
  const client = createLazyClient(async () => {
    made += 1;
    return createEagerly(options);
  });
  expect(made).toBe(0);
  const calls = [
    client.getTrainingJob('abc'),
    client.listTrainingJobs(),
    client.quoteTraining({ modelType: 'sdxl' }),
  ];
  for (const result of await Promise.allSettled(calls))
    expect(result).toMatchObject({ status: 'rejected', reason: { code: 'not_signed_in' } });
  expect(made).toBe(1);
});

it('makes it anew after a failure, which everybody hears of who waited for it', async () => {
  const missing = new ConfigError({ subject: 'The environment', problems: [] });
  let tries = 0;
  const client = createLazyClient(async (): Promise<AiModels> => {
    tries += 1;
    if (tries === 1) throw missing;
    return createEagerly(options);
  });
  const first = await Promise.allSettled([client.listTrainingJobs(), client.listTrainingJobs()]);
  expect(first.map((result) => result.status === 'rejected' && result.reason)).toEqual([missing, missing]);
  await expect(client.listTrainingJobs()).rejects.toMatchObject({ code: 'not_signed_in' });
  expect(tries).toBe(2);
});

it('passes a failure on from what is watched', async () => {
  const watching = createAiModels(options).watchTrainingJob('abc')[Symbol.asyncIterator]();
  await expect(watching.next()).rejects.toMatchObject({ code: 'not_signed_in' });
});
