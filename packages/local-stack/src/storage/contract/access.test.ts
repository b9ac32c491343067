import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signToken } from '../../access/sign-token.ts';
import { connect } from '../../database/connection.ts';
import { demoPeople } from '../../database/demo-people.ts';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { ask, brand, newKey, pixel, readRefusal } from '../testing/storage-files.ts';

let stack: TestStack;
const path = `/storage/v1/object/authenticated/training-data/${newKey('a.png')}`;
beforeAll(async () => {
  stack = await startStack();
  await (await stack.as('ctMember')).storage.from('training-data').upload(newKey('a.png'), pixel());
});
afterAll(() => stack[Symbol.asyncDispose]());

const get = (headers: Record<string, string>) => stack.fetch(new Request(stack.url + path, { headers }));

describe('keys', () => {
  it.each([
    ['none', () => ({})],
    ['a wrong one', () => ({ apikey: 'sb_secret_wrong' })],
    [
      'the secret one, from a browser',
      () => ({ apikey: stack.secrets.secretKey, 'user-agent': 'Mozilla/5.0' }),
    ],
  ])('%s: refused with 401', async (_name, headers) => {
    const response = await get(headers());
    expect(await readRefusal(response)).toMatchObject({ status: 401, statusCode: '401' });
  });

  it('the publishable one alone sees nothing', async () => {
    const response = await get({ apikey: stack.secrets.publishableKey });
    expect(await response.json()).toMatchObject({ code: 'NoSuchKey' });
  });
});

describe('tokens', () => {
  const withRole = async (role: string, claims: Record<string, unknown> = {}) => {
    const token = await signToken({ jwtSecret: stack.secrets.jwtSecret, claims: { role, ...claims } });
    return get({ apikey: stack.secrets.publishableKey, authorization: `Bearer ${token}` });
  };

  it.each([
    'postgres',
    'act_storage',
    'supabase_storage_admin',
    'supabase_admin',
    'act_owner',
    'authenticator',
    'none',
    'NONE',
    '',
    'pg_read_all_data',
    'nobody"; reset role; --',
  ])('of the role %j are refused, though well signed', async (role) => {
    const response = await withRole(role);
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'AccessDenied', statusCode: '403' },
    ]);
  });

  it('that have ended are refused as hosted does', async () => {
    const claims = { role: 'authenticated', sub: demoPeople.ctMember.id };
    const token = await signToken({ jwtSecret: stack.secrets.jwtSecret, claims, expiresInSeconds: -10 });
    const response = await get({ apikey: stack.secrets.publishableKey, authorization: `Bearer ${token}` });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { statusCode: '403', error: 'Unauthorized', code: 'AccessDenied' },
    ]);
  });

  it('whose subject is no uuid are refused, and break nothing', async () => {
    const response = await withRole('authenticated', { sub: "x' or true --" });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'InvalidParameter' }]);
    expect((await withRole('service_role')).status).toBe(200);
  });

  it('leave nothing of themselves in the pool', async () => {
    await Promise.all(Array.from({ length: 10 }, () => withRole('service_role')));
    const answers = await Promise.all(Array.from({ length: 10 }, () => withRole('anon')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 400));
  });
});

it("tells the policies hosted's name of each call", async () => {
  await using own = await startStack();
  {
    await using client = await connect(own.database.owner);
    // Names may be listed, and nothing else may be done.
    await client.query('drop policy "Members read their brand\'s files" on storage.objects');
    await client.query(
      `create policy "Only lists" on storage.objects for select to authenticated
       using (storage.allow_any_operation(array['object.list', 'object.sign']))`,
    );
  }
  const files = (await own.as('ctMember')).storage.from('training-data');
  await files.upload(newKey('a.png'), pixel());
  expect((await files.list(brand)).data).toHaveLength(1);
  expect((await files.createSignedUrl(newKey('a.png'), 60)).error).toBeNull();
  expect((await files.listV2()).data?.objects).toEqual([]);
  expect((await files.download(newKey('a.png'))).error).toMatchObject({ code: 'NoSuchKey' });
  expect((await files.createSignedUrls([newKey('a.png')], 60)).data?.[0]?.error).not.toBeNull();
});

it('needs no right to see buckets', async () => {
  const response = await ask(stack, '/bucket', { as: 'ctMember' });
  expect(await response.json()).toEqual([]);
  const files = (await stack.as('ctMember')).storage.from('training-data');
  expect((await files.download(newKey('a.png'))).error).toBeNull();
  expect(
    (await (await stack.as('ctMember')).storage.from('nowhere').upload(newKey(), pixel())).error,
  ).toMatchObject({ code: 'NoSuchBucket' });
});
