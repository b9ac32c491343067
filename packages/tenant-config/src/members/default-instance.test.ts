import { AsyncLocalStorage } from 'node:async_hooks';
import { demoPeople, startStack } from '@act/local-stack/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { createFakeSession, membershipRow, personId } from '../testing/fake-session.ts';
import { signIn } from '../testing/sign-in.ts';
import type { BrandSession } from './brand-database.ts';
import { getBrandFromUser } from './brand-from-user.ts';
import { configureTenantConfig } from './default-instance.ts';
import { getUserBrand, listUserBrands } from './user-brands.ts';

afterEach(() => configureTenantConfig(null));

const both = { result: { data: [membershipRow('acme'), membershipRow('twin', { hosts: ['twin.com'] })] } };

it.each([
  ['getUserBrand', () => getUserBrand(personId)],
  ['listUserBrands', () => listUserBrands(personId)],
  ['getBrandFromUser', () => getBrandFromUser()],
])('fails closed before it is configured: %s', async (_, call) => {
  await expect(call()).rejects.toMatchObject({
    code: 'not_configured',
    message: expect.stringContaining('configureTenantConfig({ getSupabase })'),
  });
});

it.each([null, undefined])('fails closed when the app has no client: %s', async (nobody) => {
  configureTenantConfig({ getSupabase: () => nobody });
  await expect(getUserBrand(personId)).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(getBrandFromUser()).rejects.toMatchObject({ code: 'not_signed_in' });
});

it('asks anew at every call', async () => {
  const getSupabase = vi.fn(() => createFakeSession());
  configureTenantConfig({ getSupabase });
  await getUserBrand(personId);
  await getBrandFromUser();
  await listUserBrands(personId);
  expect(getSupabase).toHaveBeenCalledTimes(3);
  configureTenantConfig(null);
  await expect(getUserBrand(personId)).rejects.toMatchObject({ code: 'not_configured' });
});

it('keeps requests apart that run at the same time', async () => {
  await using stack = await startStack();
  const requests = new AsyncLocalStorage<BrandSession>();
  configureTenantConfig({ getSupabase: () => requests.getStore() });
  const people = ['ctViewer', 'acmeAdmin', 'ctAdmin', 'acmeViewer'] as const;
  const sessions = await Promise.all(people.map((person) => signIn(stack, person)));

  const brands = await Promise.all(
    sessions.map((session) => requests.run(session, () => getBrandFromUser())),
  );
  expect(brands.map(({ id, role }) => `${role} of ${id}`)).toEqual([
    'viewer of creativetechnologists',
    'admin of acmecompany',
    'admin of creativetechnologists',
    'viewer of acmecompany',
  ]);
});

it('lets the app decide between brands, and the call before the app', async () => {
  const getPreferredBrand = vi.fn(async () => 'acme');
  configureTenantConfig({ getSupabase: () => createFakeSession(both), getPreferredBrand });
  expect((await getBrandFromUser()).id).toBe('acme');
  expect((await getUserBrand(personId)).id).toBe('acme');
  expect((await getUserBrand(personId, { preferred: 'twin' })).id).toBe('twin');
  expect((await getBrandFromUser({ preferred: 'twin' })).id).toBe('twin');
  expect(getPreferredBrand).toHaveBeenCalledTimes(2);

  configureTenantConfig({ getSupabase: () => createFakeSession(both), getHost: () => 'TWIN.com:3000' });
  expect((await getBrandFromUser()).id).toBe('twin');
});

it('takes nothing that is configured for a call with a client of its own', async () => {
  configureTenantConfig({
    getSupabase: () => createFakeSession({ result: { data: [membershipRow('other')] } }),
    getPreferredBrand: () => 'other',
  });
  const supabase = createFakeSession();
  expect((await getUserBrand(personId, { supabase })).id).toBe('acme');
  expect((await getBrandFromUser({ supabase })).id).toBe('acme');
});

it('asks the app for the person where the client cannot tell', async () => {
  await using stack = await startStack();
  const supabase = await stack.as('ctMember');
  configureTenantConfig({ getSupabase: () => supabase, getUserId: () => demoPeople.ctMember.id });
  expect(await getBrandFromUser()).toMatchObject({ id: 'creativetechnologists', role: 'member' });
  configureTenantConfig({ getSupabase: () => supabase, getUserId: () => null });
  await expect(getBrandFromUser()).rejects.toMatchObject({ code: 'not_signed_in' });
});

it('lets an error of the app through as it is', async () => {
  const reason = new Error('cookies() was called outside of a request.');
  configureTenantConfig({ getSupabase: () => Promise.reject(reason) });
  await expect(getBrandFromUser()).rejects.toBe(reason);
});
