import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { createClient } from '@supabase/supabase-js';
import { describe, expect, it, vi } from 'vitest';
import { createFakeSession, membershipRow, personId } from '../testing/fake-session.ts';
import { getUserBrand, listUserBrands } from './user-brands.ts';

const { ctViewer, ctMember, acmeMember, freelancer, newcomer } = demoPeople;

async function storeSettings(stack: TestStack, brandId: string, settings: object): Promise<void> {
  const operator = await stack.as('secretKey');
  const { error, count } = await operator
    .from('brands')
    .update({ settings }, { count: 'exact' })
    .eq('id', brandId);
  if (error || count !== 1) throw new Error(`The settings of ${brandId} were not stored.`, { cause: error });
}

describe('on a real database', () => {
  it('gives the one brand of a person, with role and complete settings', async () => {
    await using stack = await startStack();
    await storeSettings(stack, 'creativetechnologists', { budget: { monthlyUsd: 300 } });
    const supabase = await stack.as('ctViewer');
    expect(await getUserBrand(ctViewer.id, { supabase })).toMatchObject({
      id: 'creativetechnologists',
      name: expect.stringMatching(/./),
      role: 'viewer',
      settings: { budget: { monthlyUsd: 300, warnAtShare: 0.8 }, retention: { deletedDays: 30 } },
    });
  });

  it('lets somebody in two brands choose, by preference or by host', async () => {
    await using stack = await startStack();
    await storeSettings(stack, 'acmecompany', { hosts: ['acme.example'] });
    const supabase = await stack.as('freelancer');
    const find = async (preference: { preferred?: string; host?: string }) =>
      (await getUserBrand(freelancer.id, { supabase, ...preference })).id;

    expect(await find({ preferred: 'creativetechnologists' })).toBe('creativetechnologists');
    expect(await find({ host: 'acme.example:3000' })).toBe('acmecompany');
    await expect(find({})).rejects.toMatchObject({
      code: 'brand_required',
      choices: [{ id: 'acmecompany' }, { id: 'creativetechnologists' }],
    });
    await expect(find({ preferred: 'techstartup' })).rejects.toMatchObject({ code: 'brand_required' });
    await expect(find({ preferred: 'creativetechnologists', host: 'acme.example' })).rejects.toMatchObject({
      choices: [{ id: 'acmecompany' }],
    });
    expect(await listUserBrands(freelancer.id, { supabase })).toEqual([
      { id: 'acmecompany', name: expect.any(String), role: 'member', settings: { hosts: ['acme.example'] } },
      { id: 'creativetechnologists', name: expect.any(String), role: 'member', settings: { hosts: [] } },
    ]);
  });

  it('has no brand for a newcomer, nor for somebody who was removed', async () => {
    await using stack = await startStack();
    const asNewcomer = await stack.as('newcomer');
    await expect(getUserBrand(newcomer.id, { supabase: asNewcomer })).rejects.toMatchObject({
      code: 'no_brand',
    });
    expect(await listUserBrands(newcomer.id, { supabase: asNewcomer })).toEqual([]);

    const supabase = await stack.as('ctMember');
    expect(await listUserBrands(ctMember.id, { supabase })).toHaveLength(1);
    await (await stack.as('ctAdmin')).from('brand_users').delete().eq('user_id', ctMember.id);
    await expect(getUserBrand(ctMember.id, { supabase })).rejects.toMatchObject({ code: 'no_brand' });
  });

  it('shows nobody the brand of another brand’s member', async () => {
    await using stack = await startStack();
    const supabase = await stack.as('ctMember');
    await expect(getUserBrand(acmeMember.id, { supabase })).rejects.toMatchObject({ code: 'no_brand' });
    // The freelancer is in both; only what the two share is seen.
    expect((await listUserBrands(freelancer.id, { supabase })).map(({ id }) => id)).toEqual([
      'creativetechnologists',
    ]);
  });

  it('knows nobody without a session', async () => {
    await using stack = await startStack();
    const supabase = await stack.as('anonymous');
    await expect(getUserBrand(ctMember.id, { supabase })).rejects.toMatchObject({
      code: 'not_signed_in',
      retryable: false,
    });
  });

  it('names the brand whose stored settings are broken, and spares the others', async () => {
    await using stack = await startStack();
    await storeSettings(stack, 'acmecompany', { hosts: ['UPPER.example'], budget: { monthlyUsd: 'all' } });
    const supabase = await stack.as('freelancer');
    await expect(getUserBrand(freelancer.id, { supabase, preferred: 'acmecompany' })).rejects.toMatchObject({
      code: 'brand_config_invalid',
      brandId: 'acmecompany',
      problems: [{ path: 'budget.monthlyUsd' }, { path: 'hosts[0]' }],
    });
    const brand = await getUserBrand(freelancer.id, { supabase, preferred: 'creativetechnologists' });
    expect(brand.id).toBe('creativetechnologists');
    expect(await listUserBrands(freelancer.id, { supabase })).toHaveLength(2);
  });
});

it('gives up waiting when it is told to', async () => {
  const reason = new Error('The visitor left.');
  const controller = new AbortController();
  // The answer never comes.
  const fetch = (_: unknown, init?: RequestInit) =>
    new Promise<Response>((_, reject) => {
      init?.signal?.throwIfAborted();
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      controller.abort(reason);
    });
  const supabase = createClient('http://stack.test', 'key', { global: { fetch } });
  await expect(getUserBrand(personId, { supabase, signal: controller.signal })).rejects.toBe(reason);
});

it('asks nothing when it was told before', async () => {
  const reason = new Error('The visitor left.');
  const fetch = vi.fn();
  const supabase = createClient('http://stack.test', 'key', { global: { fetch } });
  await expect(listUserBrands(personId, { supabase, signal: AbortSignal.abort(reason) })).rejects.toBe(
    reason,
  );
  expect(fetch).not.toHaveBeenCalled();
});

it.each([
  [0, true],
  [429, true],
  [503, true],
  [403, false],
  [400, false],
])('on status %i, says whether to try again: %s', async (status, retryable) => {
  const supabase = createFakeSession({ result: { data: null, error: { message: 'it broke' }, status } });
  await expect(getUserBrand(personId, { supabase })).rejects.toMatchObject({
    code: 'brands_unreadable',
    retryable,
    message: expect.stringContaining('it broke'),
  });
});

it.each([
  ['a role of tomorrow', [{ ...membershipRow('acme'), role: 'owner' }]],
  ['an id that is no id', [membershipRow('../acme')]],
  ['no rows at all', null],
])('does not guess at %s', async (_, data) => {
  const supabase = createFakeSession({ result: { data } });
  await expect(getUserBrand(personId, { supabase })).rejects.toMatchObject({ code: 'brands_unreadable' });
});

it('passes over a membership whose brand has just gone', async () => {
  const rows = [{ role: 'admin', brands: null }, membershipRow('acme')];
  const supabase = createFakeSession({ result: { data: rows } });
  expect(await getUserBrand(personId, { supabase })).toMatchObject({ id: 'acme', role: 'member' });
});

it('does not fill in defaults for settings that were not read', async () => {
  const rows = [{ role: 'member', brands: { id: 'acme', name: 'Acme' } }];
  const supabase = createFakeSession({ result: { data: rows } });
  await expect(getUserBrand(personId, { supabase })).rejects.toMatchObject({ code: 'brands_unreadable' });
});

it.each(['me', '', `${personId}0`])('does not take %j for a person', async (userId) => {
  await expect(getUserBrand(userId, { supabase: createFakeSession() })).rejects.toMatchObject({
    code: 'user_id_invalid',
  });
});
