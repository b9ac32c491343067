import { describe, expect, it } from 'vitest';
import { createAiModels } from './lazy-client.ts';
import { createReplicateProvider } from './providers/replicate/index.ts';
import { createRunpodProvider } from './providers/runpod/index.ts';

const supabase = { url: 'http://127.0.0.1:1', publishableKey: 'sb_publishable_key' };
const access = { accessToken: () => null };
/** As scripts without types write it. */
const parse = (text: string) => JSON.parse(text);

describe('createAiModels', () => {
  it.each<[option: string, options: string]>([
    ['supabase', '{}'],
    ['supabase', 'null'],
    ['access', JSON.stringify({ supabase })],
    ['supabase.url', JSON.stringify({ supabase: { ...supabase, url: 'nonsense' } })],
    ['supabase.publishableKey', JSON.stringify({ supabase: { url: supabase.url } })],
    ['access.accessToken', JSON.stringify({ supabase, access: { accessToken: 'eyJ' } })],
    ['access.password', JSON.stringify({ supabase, access: { email: 'robot@example.test' } })],
    ['access.signer', JSON.stringify({ supabase, access: { brandId: 'acmecompany' } })],
    ['webhookUrl', JSON.stringify({ supabase, webhookUrl: 'nonsense' })],
    ['pollIntervalMs', JSON.stringify({ supabase, pollIntervalMs: 0 })],
    ['webhokUrl', JSON.stringify({ supabase, webhokUrl: 'https://example.com' })],
  ])('names %s', async (option, options) => {
    await expect(createAiModels(parse(options)).listBrandModels()).rejects.toMatchObject({
      code: 'not_configured',
      message: expect.stringContaining(`- ${option} is`),
    });
  });

  it('takes what is right', async () => {
    const ai = createAiModels({
      supabase,
      access,
      webhookUrl: 'https://example.com/hooks',
      pollIntervalMs: 50,
    });
    await expect(ai.listBrandModels()).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  it('says nothing of a password', async () => {
    const ai = createAiModels(parse(JSON.stringify({ supabase, access: { password: 'my-secret-word' } })));
    await expect(ai.listBrandModels()).rejects.toMatchObject({
      message: expect.not.stringContaining('my-secret-word'),
    });
  });
});

it.each<[option: string, make: () => unknown]>([
  ['endpoints', () => createRunpodProvider(parse('{ "apiKey": "rpa_1" }'))],
  ['apiKey', () => createRunpodProvider({ apiKey: '', endpoints: {} })],
  ['apiKey', () => createRunpodProvider(parse('null'))],
  [
    'endpoints.images',
    () => createRunpodProvider(parse('{ "apiKey": "rpa_1", "endpoints": { "images": 5 } }')),
  ],
  ['apiToken', () => createReplicateProvider({ apiToken: ' ' })],
  ['baseUrl', () => createReplicateProvider({ apiToken: 'r8_1', baseUrl: 'nonsense' })],
])('names %s of a provider', (option, make) => {
  expect(make).toThrow(
    expect.objectContaining({ code: 'not_configured', message: expect.stringContaining(`- ${option} is`) }),
  );
});
