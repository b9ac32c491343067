import { expect, it } from 'vitest';
import { loadAuthSettings } from './load-setting.ts';

const complete = { SUPABASE_URL: 'http://127.0.0.1:54321/', SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x' };
const load = (environment: Record<string, string>) => loadAuthSettings({ NODE_ENV: 'test', ...environment });

it('reads where the accounts are', () => {
  expect(load(complete)).toEqual({
    url: 'http://127.0.0.1:54321',
    publishableKey: 'sb_publishable_x',
    demoPeople: [],
    demoPeopleUrl: null,
    publicUrl: null,
    outboxUrl: null,
  });
});

it('names what is missing or wrong', () => {
  expect(() => load({ ...complete, SUPABASE_URL: '' })).toThrow('SUPABASE_URL is not set');
  expect(() => load({ ...complete, SUPABASE_URL: 'javascript:alert(1)' })).toThrow('Use an address');
  expect(() => load({ SUPABASE_URL: complete.SUPABASE_URL })).toThrow('SUPABASE_PUBLISHABLE_KEY is not set');
  expect(() => load({ ...complete, ACT_DEMO_PEOPLE: '[{"email":1}]' })).toThrow();
});
