import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { signToken, systemClaims } from '../access/sign-token.ts';
import { connect } from '../database/connection.ts';
import { demoPeople } from '../database/demo-people.ts';
import { startStack, type TestStack } from '../testing/start-stack.ts';

let stack: TestStack;

beforeEach(async () => {
  stack = await startStack();
  await using owner = await connect(stack.database.owner);
  await owner.query(`
    create table public.samples (
      id int primary key,
      at timestamptz not null default '2026-01-02 03:04:05.678+00',
      local_at timestamp not null default '2026-01-02 03:04:05',
      price numeric not null default 12.50,
      facts jsonb
    );
    grant select, insert on public.samples to authenticated;
    alter table public.samples enable row level security;
    create policy everyone on public.samples to authenticated using (true) with check (true);

    create function public.refuse(state text) returns void language plpgsql as $$
    begin
      if state = 'P0001' then
        raise exception 'No.' using detail = 'Because.', hint = 'Ask again.';
      end if;
      execute format('do $do$ begin raise sqlstate %L using message = ''No.'', detail = ''Because.'', hint = ''Ask again.''; end $do$', state);
    end $$;
    grant execute on function public.refuse to authenticated`);
});
afterEach(() => stack[Symbol.asyncDispose]());

it('writes times in ISO 8601, and decimal numbers as numbers', async () => {
  const client = await stack.as('ctMember');
  const { data } = await client
    .from('samples')
    .insert({ id: 1, facts: [1, 'two', null] })
    .select()
    .single();
  expect(data).toEqual({
    id: 1,
    at: '2026-01-02T03:04:05.678+00:00',
    local_at: '2026-01-02T03:04:05',
    price: 12.5,
    facts: [1, 'two', null],
  });
});

it.each([
  ['P0001', 400],
  ['PT409', 409],
  ['PT422', 422],
  ['22023', 400],
  ['55P03', 500],
])('answers a function that refuses with %s by a %i that keeps detail and hint', async (state, status) => {
  const printed = vi.spyOn(process.stderr, 'write');
  const answer = await (await stack.as('ctMember')).rpc('refuse', { state });
  expect(answer).toMatchObject({
    status,
    error: { code: state, message: 'No.', details: 'Because.', hint: 'Ask again.' },
  });
  expect(printed).not.toHaveBeenCalled();
});

it('answers a broken key by 409, without telling what stands in rows under policies', async () => {
  const client = await stack.as('ctMember');
  await client.from('samples').insert({ id: 1 });
  expect(await client.from('samples').insert({ id: 1 })).toMatchObject({
    status: 409,
    error: { code: '23505', details: null, message: expect.stringContaining('samples_pkey') },
  });
});

it.each([{ a: [1, null] }, [1, 2], 'two', true])('hands %j to a function as it is', async (value) => {
  await using owner = await connect(stack.database.owner);
  await owner.query(`
    create function public.echo(value jsonb) returns jsonb language sql as 'select value';
    grant execute on function public.echo to authenticated`);
  expect((await (await stack.as('ctMember')).rpc('echo', { value })).data).toEqual(value);
});

it('answers concurrent refusals each with its own', async () => {
  const client = await stack.as('ctMember');
  const states = Array.from({ length: 12 }, (_, index) => `PT${400 + index}`);
  const answers = await Promise.all(states.map((state) => client.rpc('refuse', { state })));
  expect(answers.map(({ error }) => error?.code)).toEqual(states);
});

it('leads nowhere but to the named interfaces', async () => {
  for (const path of [
    '/_system/info',
    '/_system',
    '/studio',
    '/graphql/v1',
    '/rest/v1/../../_system/info',
    '/rest/v1/%2e%2e/%2e%2e/_system/info',
    '//_system/info',
  ]) {
    const response = await stack.fetch(
      new Request(`${stack.url}${path}`, { headers: { apikey: stack.secrets.secretKey } }),
    );
    expect.soft(response.status, path).toBe(404);
    expect.soft(await response.text(), path).not.toContain('postgres://');
  }
});

it('takes the api key and the token by the rules of Supabase', async () => {
  const { publishableKey, secretKey } = stack.secrets;
  const token = await stack.tokenFor('ctMember');
  const ask = async (headers: Record<string, string>) =>
    (await stack.fetch(new Request(`${stack.url}/rest/v1/brands`, { headers }))).status;

  expect(await ask({ apikey: publishableKey, authorization: `Bearer ${token}` })).toBe(200);
  expect(await ask({ authorization: `Bearer ${token}` })).toBe(401);
  expect(await ask({ apikey: 'sb_publishable_somebody_elses' })).toBe(401);
  expect(await ask({ apikey: publishableKey, authorization: `Bearer ${token}x` })).toBe(401);
  expect(await ask({ apikey: secretKey, 'user-agent': 'Mozilla/5.0' })).toBe(401);
  expect(await ask({ apikey: secretKey })).toBe(200);
});

it('shows each person the brands they belong to, and nobody else any', async () => {
  const brandsOf = async (actor: Parameters<TestStack['as']>[0]) =>
    ((await (await stack.as(actor)).from('brands').select('id').order('id')).data ?? []).map(({ id }) => id);

  expect(await brandsOf('ctViewer')).toEqual(['creativetechnologists']);
  expect(await brandsOf('acmeMember')).toEqual(['acmecompany']);
  expect(await brandsOf('freelancer')).toEqual(['acmecompany', 'creativetechnologists']);
  expect(await brandsOf({ system: 'acmecompany' })).toEqual(['acmecompany']);
  expect(await brandsOf('newcomer')).toEqual([]);
  expect(await (await stack.as('anonymous')).from('brands').select()).toMatchObject({
    status: 401,
    data: null,
  });
});

it.each(['planned', 'estimated'] as const)('tells a stranger nothing by a %s count', async (count) => {
  await using owner = await connect(stack.database.owner);
  await owner.query(`
    insert into public.samples select generate_series(1000, 3000);
    drop policy everyone on public.samples;
    analyze public.samples`);
  const answer = await (await stack.as('newcomer')).from('samples').select('*', { count, head: true });
  expect(answer).toMatchObject({ count: 0, error: null });
});

it('does not take the system for a person', async () => {
  const { publishableKey, jwtSecret } = stack.secrets;
  const claims = { ...systemClaims('acmecompany'), sub: demoPeople.ctAdmin.id };
  const token = await signToken({ jwtSecret, claims });
  const response = await stack.fetch(
    new Request(`${stack.url}/auth/v1/user`, {
      method: 'PUT',
      headers: {
        apikey: publishableKey,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ password: 'taken-over' }),
    }),
  );
  expect(response.status).toBe(403);
});

it.each([
  ['lives for an hour', { expiresInSeconds: 3600 }],
  ['names no brand', { brand_id: undefined }],
  ['names brands', { brand_id: ['acmecompany', 'creativetechnologists'] }],
  ['names an empty brand', { brand_id: '' }],
])('shows nothing to a system token that %s', async (_, changes) => {
  const { publishableKey, jwtSecret } = stack.secrets;
  const { expiresInSeconds, ...claims } = {
    ...systemClaims('acmecompany'),
    expiresInSeconds: 300,
    ...changes,
  };
  const token = await signToken({ jwtSecret, claims, expiresInSeconds });
  const headers = { apikey: publishableKey, authorization: `Bearer ${token}` };
  const response = await stack.fetch(new Request(`${stack.url}/rest/v1/brands`, { headers }));
  expect(await response.json()).toEqual([]);
});

it('limits what it holds in memory', async () => {
  const response = await stack.fetch(
    new Request(`${stack.url}/rest/v1/samples`, { method: 'POST', body: 'x'.repeat(11 * 1024 * 1024) }),
  );
  expect(response.status).toBe(413);
});
