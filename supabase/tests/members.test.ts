import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { asSuperuser, brand, changeSettings, otherBrand } from './testing/brand-content.ts';

const { newcomer, acmeMember } = demoPeople;

async function invite(stack: TestStack, email: string, role = 'member') {
  const { data, error } = await (await stack.as('ctAdmin')).rpc('create_invitation', {
    brand_id: brand,
    email,
    role,
  });
  if (error) throw error;
  return String(data);
}

const brandsOf = async (stack: TestStack, actor: 'newcomer' | 'acmeMember') =>
  ((await (await stack.as(actor)).from('brands').select('id').order('id')).data ?? []).map(({ id }) => id);

it('brings in who was invited, once, with the role that was meant', async () => {
  await using stack = await startStack();
  const code = await invite(stack, `  ${newcomer.email.toUpperCase()} `, 'viewer');
  const guest = await stack.as('newcomer');
  expect((await guest.rpc('accept_invitation', { code })).data).toBe(brand);
  expect(await brandsOf(stack, 'newcomer')).toEqual([brand]);
  expect((await guest.from('brand_users').select('role').eq('user_id', newcomer.id).single()).data).toEqual({
    role: 'viewer',
  });
  expect((await guest.rpc('accept_invitation', { code })).status).toBe(404);
});

it('takes a code from nobody else, none that is old, and none that was replaced', async () => {
  await using stack = await startStack();
  const first = await invite(stack, newcomer.email);
  expect((await (await stack.as('acmeMember')).rpc('accept_invitation', { code: first })).status).toBe(404);
  expect(await brandsOf(stack, 'acmeMember')).toEqual([otherBrand]);

  const second = await invite(stack, newcomer.email);
  const guest = await stack.as('newcomer');
  expect((await guest.rpc('accept_invitation', { code: first })).status).toBe(404);
  await asSuperuser(stack, 'update public.brand_invitations set expires_at = now()');
  expect((await guest.rpc('accept_invitation', { code: second })).status).toBe(404);
  expect(await brandsOf(stack, 'newcomer')).toEqual([]);
});

it('lets only admins invite, into their own brand, and shows nobody the code again', async () => {
  await using stack = await startStack();
  const wish = { brand_id: brand, email: acmeMember.email, role: 'admin' };
  for (const actor of ['ctMember', 'ctViewer', 'acmeAdmin', 'newcomer'] as const) {
    expect((await (await stack.as(actor)).rpc('create_invitation', wish)).status).toBe(404);
  }
  expect((await (await stack.as('anonymous')).rpc('create_invitation', wish)).status).toBe(401);
  await invite(stack, newcomer.email);
  const admin = await stack.as('ctAdmin');
  expect((await admin.from('brand_invitations').select('code_hash')).status).toBe(403);
  expect((await admin.from('brand_invitations').select('email')).data).toEqual([{ email: newcomer.email }]);
  for (const actor of ['ctMember', 'acmeAdmin'] as const) {
    expect((await (await stack.as(actor)).from('brand_invitations').select('email')).data).toEqual([]);
  }
  const forged = await admin.from('brand_invitations').insert({ ...wish, code_hash: 'a'.repeat(64) });
  // Not a column for anybody to write, so the interface does not know it.
  expect(forged.error?.code).toBe('PGRST204');
});

it('lets people join by themselves only where the brand says so, and never as admins', async () => {
  await using stack = await startStack();
  const guest = await stack.as('newcomer');
  const closed = await guest.rpc('join_brand', { brand_id: brand });
  const missing = await guest.rpc('join_brand', { brand_id: 'no-such-brand' });
  expect([closed.status, missing.status]).toEqual([404, 404]);
  expect(closed.error).toEqual(missing.error);

  await changeSettings(stack, brand, { signUp: { open: true, role: 'admin' } });
  expect((await guest.rpc('join_brand', { brand_id: brand })).error).toBeNull();
  expect((await guest.from('brand_users').select('role').eq('user_id', newcomer.id).single()).data).toEqual({
    role: 'member',
  });
  expect((await (await stack.as('ctViewer')).rpc('join_brand', { brand_id: brand })).error).toBeNull();
  const { data } = await guest
    .from('brand_users')
    .select('role')
    .eq('user_id', demoPeople.ctViewer.id)
    .single();
  expect(data).toEqual({ role: 'viewer' });
  expect((await (await stack.as('anonymous')).rpc('join_brand', { brand_id: brand })).status).toBe(401);
});
