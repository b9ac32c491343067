import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cleanEnvironment } from './clean-environment.ts';

it('keeps what programs and pnpm need', () => {
  const needed = { PATH: '/bin', HOME: '/home/me', CI: 'true', LC_ALL: 'C', npm_config_cache: '/cache' };
  expect(cleanEnvironment(needed)).toEqual(needed);
});

it('keeps names in whatever case the system spells them', () => {
  expect(cleanEnvironment({ Path: 'C:\\bin', https_proxy: 'p' })).toEqual({
    Path: 'C:\\bin',
    https_proxy: 'p',
  });
});

it.each([
  'SUPABASE_URL',
  'SUPABASE_SERVICE_ROLE_KEY',
  'NEXT_PUBLIC_SUPABASE_URL',
  'DATABASE_URL',
  'PGHOST',
  'PGPASSWORD',
  'POSTGRES_URL',
  'REPLICATE_API_TOKEN',
  'RUNPOD_API_KEY',
  'ACT_PROVIDERS',
  'ACT_DATABASE_URL',
  'ACT_TEST_FULL',
  'SMTP_HOST',
  'N8N_API_KEY',
  'NODE_OPTIONS',
  'NODE_ENV',
])('drops %s', (name) => {
  expect(cleanEnvironment({ [name]: 'set' })).toEqual({});
});

it('lets nothing through turbo that it would drop itself', () => {
  const turbo = readFileSync(new URL('../turbo.json', import.meta.url), 'utf8');
  const listed = /"globalPassThroughEnv": (\[[^\]]*\])/.exec(turbo)?.[1] ?? '[]';
  const names: string[] = JSON.parse(listed);
  const ours = ['DO_NOT_TRACK', 'NEXT_TELEMETRY_DISABLED'];
  const theirs = names.filter((name) => !ours.includes(name)).map((name) => name.replace('*', 'x'));
  expect(theirs).not.toHaveLength(0);
  expect(Object.keys(cleanEnvironment(Object.fromEntries(theirs.map((name) => [name, '']))))).toEqual(theirs);
});
