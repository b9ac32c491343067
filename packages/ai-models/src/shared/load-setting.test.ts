import { describe, expect, it, vi } from 'vitest';
import { AiModelsError } from '../errors/index.ts';
import { readProviderAccess } from './access/provider-access.ts';
import { environmentSchema, loadSetting, readEnvironment } from './load-setting.ts';

const notConfigured = expect.objectContaining({ code: 'not_configured' });

describe('the environment', () => {
  it('may be empty, or not be there at all', () => {
    expect(readEnvironment({})).toEqual({ ACT_PROVIDERS: 'simulated' });
    for (const world of [undefined, null, {}]) {
      vi.stubGlobal('process', world);
      const read = readEnvironment();
      vi.unstubAllGlobals();
      expect(read).toEqual({ ACT_PROVIDERS: 'simulated' });
    }
  });

  it('is that of the process, without what is not ours', () => {
    vi.stubEnv('ACT_BRAND_ID', 'acme');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
    expect(readEnvironment()).toEqual({ ACT_PROVIDERS: 'simulated', ACT_BRAND_ID: 'acme' });
    vi.unstubAllEnvs();
  });

  it('may refuse to be read, one variable at a time', () => {
    const deno = new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'ACT_BRAND_ID') return ' acme\n';
          throw new Error('NotCapable');
        },
      },
    );
    expect(readEnvironment(deno)).toEqual({ ACT_PROVIDERS: 'simulated', ACT_BRAND_ID: 'acme' });
  });

  it('names what is wrong in it, never what it says', () => {
    const read = () => readEnvironment({ SUPABASE_URL: 'r8_secret', ACT_PROVIDERS: 'Live', ACT_EMAIL: '' });
    expect(read).toThrow(notConfigured);
    expect(read).toThrow(/SUPABASE_URL: Use an address.*ACT_PROVIDERS:/);
    expect(read).not.toThrow(/r8_secret/);
  });

  it('can be extended by an app', () => {
    const schema = environmentSchema.extend({ PORT: environmentSchema.shape.ACT_BRAND_ID });
    expect(schema.parse({ PORT: '3000' })).toEqual({ ACT_PROVIDERS: 'simulated', PORT: '3000' });
  });
});

describe('a setting', () => {
  const options = {
    variables: ['SUPABASE_PUBLISHABLE_KEY', 'SUPABASE_ANON_KEY'],
    option: 'supabase.publishableKey',
  } as const;
  const environment = readEnvironment({ SUPABASE_ANON_KEY: 'anon' });

  it('is what was passed, or the first variable that is set', () => {
    expect(loadSetting({ ...options, value: 'passed', environment })).toBe('passed');
    expect(loadSetting({ ...options, value: undefined, environment })).toBe('anon');
    const both = readEnvironment({ SUPABASE_ANON_KEY: 'anon', SUPABASE_PUBLISHABLE_KEY: 'publishable' });
    expect(loadSetting({ ...options, value: '', environment: both })).toBe('publishable');
  });

  it('that is missing is named twice', () => {
    const load = () => loadSetting({ ...options, value: null, environment: readEnvironment({}) });
    expect(load).toThrow(AiModelsError);
    expect(load).toThrow(
      'SUPABASE_PUBLISHABLE_KEY or SUPABASE_ANON_KEY is not set, and no `supabase.publishableKey` was passed.',
    );
  });
});

describe('providers', () => {
  const tokens = { REPLICATE_API_TOKEN: 'r8_x', RUNPOD_API_KEY: 'rpa_x' };
  const access = (environment: Record<string, string>) => readProviderAccess(readEnvironment(environment));

  it('are real only where somebody says so', () => {
    expect(access(tokens)).toEqual({ replicate: null, runpod: null });
    expect(access({ ...tokens, ACT_PROVIDERS: 'simulated' })).toEqual({ replicate: null, runpod: null });
    expect(access({ ...tokens, ACT_PROVIDERS: 'live' })).toEqual({
      replicate: { apiToken: 'r8_x' },
      runpod: { apiToken: 'rpa_x' },
    });
    expect(access({ ACT_PROVIDERS: 'live' })).toEqual({ replicate: null, runpod: null });
  });

  it('are simulated where an address is given', () => {
    const ACT_REPLICATE_URL = 'http://127.0.0.1:4000/v1';
    expect(access({ ...tokens, ACT_REPLICATE_URL })).toEqual({
      replicate: { apiToken: 'r8_x', baseUrl: ACT_REPLICATE_URL },
      runpod: null,
    });
  });

  it.each(['https://api.replicate.com/v1', 'https://API.Replicate.com./v1', 'http://replicate.com'])(
    'are not real by their address %s',
    (ACT_REPLICATE_URL) => {
      expect(() => access({ ...tokens, ACT_REPLICATE_URL })).toThrow(notConfigured);
      expect(access({ ...tokens, ACT_REPLICATE_URL, ACT_PROVIDERS: 'live' }).replicate?.baseUrl).toBe(
        ACT_REPLICATE_URL,
      );
    },
  );
});
