import { expect, it } from 'vitest';
import { signToken } from '../access/sign-token.ts';
import { connect } from '../database/connection.ts';
import { startStack, type TestStack } from '../testing/start-stack.ts';

/** Every right on every table, column, sequence, function and schema, and every default right, as one list. */
async function readAllGrants(stack: TestStack): Promise<string[]> {
  await using client = await connect(stack.database.superuser);
  const { rows } = await client.query<{ granted: string }>(`
    select format('%s %s %s', kind, object, acl) as granted from (
      select 'relation' as kind, oid::regclass::text as object, relacl::text as acl from pg_class
      union all
      select 'column', format('%s.%s', attrelid::regclass, attname), attacl::text from pg_attribute
      union all
      select 'function', oid::regprocedure::text, proacl::text from pg_proc
      union all
      select 'schema', nspname, nspacl::text from pg_namespace
      union all
      select 'default', format('%s %s %s', defaclrole::regrole, defaclnamespace::regnamespace, defaclobjtype), defaclacl::text
      from pg_default_acl
    ) as grants
    where acl is not null order by 1`);
  return rows.map(({ granted }) => granted);
}

it('leaves every grant as the migrations made it, also after the first requests', async () => {
  await using stack = await startStack();
  const before = await readAllGrants(stack);
  expect(before.length).toBeGreaterThan(20);

  for (const actor of ['anonymous', 'ctMember', 'secretKey', { system: 'acmecompany' }] as const) {
    const client = await stack.as(actor);
    await client.from('brands').select();
    await client.from('brand_users').select();
    await client.rpc('no_such_function');
  }
  expect(await readAllGrants(stack)).toEqual(before);
});

it('serves as logins that own nothing and are bound by policies', async () => {
  await using stack = await startStack();
  await using client = await connect(stack.database.superuser);
  const { rows } = await client.query(`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
           exists (select from pg_class where relowner = pg_roles.oid) or
           exists (select from pg_proc where proowner = pg_roles.oid) as owns
    from pg_roles where rolname in ('act_rest', 'act_storage') order by 1`);
  const weak = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owns: false,
  };
  expect(rows).toEqual([
    { rolname: 'act_rest', ...weak },
    { rolname: 'act_storage', ...weak },
  ]);
});

it('grants nothing in our schemas to anonymous callers', async () => {
  await using stack = await startStack();
  await (await stack.as('anonymous')).from('brands').select();
  const rights = (await readAllGrants(stack)).filter((right) =>
    /^(relation|column|function) (public\.|private\.)?brand/.test(right),
  );
  expect(rights.length).toBeGreaterThan(1);
  expect(rights.filter((right) => /\banon=/.test(right))).toEqual([]);
});

it.each([
  'supabase_admin',
  'supabase_auth_admin',
  'supabase_storage_admin',
  'act_owner',
  'act_rest',
  'postgres',
])('refuses a well-signed token that names the role %s', async (role) => {
  await using stack = await startStack();
  const token = await signToken({ jwtSecret: stack.secrets.jwtSecret, claims: { role } });
  const response = await stack.fetch(
    new Request(`${stack.url}/rest/v1/brands`, {
      headers: { apikey: stack.secrets.publishableKey, authorization: `Bearer ${token}` },
    }),
  );
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: '42501' });
});
