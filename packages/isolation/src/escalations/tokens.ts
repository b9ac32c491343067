import { signToken, type TestStack } from '@act/local-stack/testing';
import * as who from '../actors/actors.ts';
import { denied, leak } from '../report/recorder.ts';
import { clientFor, clientWith, tokenFor } from '../world/client.ts';
import { brand, people } from '../world/people.ts';
import type { Scenario } from './scenario.ts';

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const unsigned = (claims: object) => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;

const person = { sub: people.member.id, role: 'authenticated', aud: 'authenticated' };
const systemOfBrand = { role: 'act_system', brand_id: brand };
const exp = Math.floor(Date.now() / 1000) + 300;

/** Tokens that nobody here has signed, or that say what no token may. */
async function listForgedTokens({ secrets: { jwtSecret } }: TestStack): Promise<Record<string, string>> {
  const foreign = 'a secret of somebody else, which is long enough for it';
  const sign = (claims: Record<string, unknown>, secret = jwtSecret, expiresInSeconds = 300) =>
    signToken({ jwtSecret: secret, claims, expiresInSeconds });
  const signature = (await sign(person)).split('.').at(-1);
  return {
    'foreign-signed person': await sign(person, foreign),
    'foreign-signed system': await sign(systemOfBrand, foreign),
    'foreign-signed service_role': await sign({ role: 'service_role' }, foreign),
    'unsigned person': unsigned({ ...person, exp }),
    'unsigned service_role': unsigned({ role: 'service_role', exp }),
    'changed person': `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...person, sub: people.admin.id, exp })}.${signature}`,
    'expired person': await sign(person, jwtSecret, -3600),
    'expired system': await sign(systemOfBrand, jwtSecret, -3600),
    'the worker’s login': await sign({ role: 'act_worker' }),
    'the owner': await sign({ role: 'act_owner' }),
    'the superuser': await sign({ role: 'supabase_admin' }),
    'the storage admin': await sign({ role: 'supabase_storage_admin' }),
    'a role that is none': await sign({ role: 'nobody' }),
    'not a token': 'abc',
  };
}

/** Ways in with a token that is not one's own. */
export const tokenScenarios: Scenario[] = [
  {
    name: 'tokens that nobody may have',
    wall: 'tokens',
    run: async (world, expect) => {
      const stack = await world.stack();
      const { publishableKey } = stack.secrets;
      for (const [name, token] of Object.entries(await listForgedTokens(stack))) {
        const client = clientWith(stack, publishableKey, token);
        const rows = await client.from('brands').select('id');
        expect(
          name,
          'REST',
          rows.error && !rows.data ? null : leak(`was served: ${JSON.stringify(rows.data)}`),
        );
        const files = await client.storage.from('training-data').list(brand);
        expect(name, 'storage', files.error ? null : leak(`was served: ${JSON.stringify(files.data)}`));
        const key = `${brand}/forged.png`;
        const upload = await client.storage
          .from('training-data')
          .upload(key, new Blob(['x'], { type: 'image/png' }));
        expect(name, 'upload', upload.error ? null : leak('was served'));
      }
      const right = await (await clientFor(stack, who.member)).from('brands').select('id');
      expect('member', 'REST', right.data?.some(({ id }) => id === brand) ? null : denied('was refused'));
    },
  },
  {
    name: 'system tokens that open nothing',
    wall: 'tokens',
    run: async (world, expect) => {
      const stack = await world.stack();
      for (const actor of who.hollowSystems) {
        const token = await tokenFor(stack, actor);
        const client = clientWith(stack, stack.secrets.publishableKey, token);
        // A token that was made without an expiry gets one when it is signed; SQL tries it as it is.
        if (typeof actor.claims.exp !== 'number') continue;
        const { data } = await client.from('lora_training_jobs').select('id');
        expect(actor.name, 'REST', (data ?? []).length === 0 ? null : leak(`sees ${data?.length} jobs`));
        const files = await client.storage.from('models').list(brand);
        expect(actor.name, 'storage', (files.data ?? []).length === 0 ? null : leak('sees files'));
      }
      const system = await (await clientFor(stack, who.system)).from('lora_training_jobs').select('brand_id');
      const foreign = system.data?.filter((row) => row.brand_id !== brand) ?? [];
      expect('system', 'REST', foreign.length === 0 ? null : leak('sees another brand'));
      expect('system', 'REST', system.data && system.data.length > 0 ? null : denied('sees nothing'));
    },
  },
  {
    name: 'the key alone',
    wall: 'tokens',
    run: async (world, expect) => {
      const stack = await world.stack();
      for (const [name, key] of [
        ['no key', ''],
        ['a wrong key', 'sb_publishable_wrong'],
        ['a wrong secret key', 'sb_secret_wrong'],
      ] as const) {
        const headers: Record<string, string> = key ? { apikey: key } : {};
        const answer = await stack.fetch(new Request(`${stack.url}/rest/v1/brands?select=id`, { headers }));
        expect(name, 'REST', answer.status === 401 ? null : leak(`answered ${answer.status}`));
      }
      const anonymous = await (await clientFor(stack, who.anonymous)).from('brands').select('id');
      expect('anonymous', 'REST', (anonymous.data ?? []).length === 0 ? null : leak('sees brands'));
    },
  },
];
