import { demoPeople, startStack } from '@act/local-stack/testing';
import { describe, expect, it } from 'vitest';
import { createFakeSession } from '../testing/fake-session.ts';
import { createVisitor, signIn } from '../testing/sign-in.ts';
import { getBrandFromUser } from './brand-from-user.ts';

describe('on a real database', () => {
  it('gives the brand of whoever signed in', async () => {
    await using stack = await startStack();
    const supabase = await signIn(stack, 'acmeAdmin');
    expect(await getBrandFromUser({ supabase })).toMatchObject({
      id: 'acmecompany',
      role: 'admin',
      settings: { language: 'en' },
    });
  });

  it('asks somebody in two brands which', async () => {
    await using stack = await startStack();
    const supabase = await signIn(stack, 'freelancer');
    await expect(getBrandFromUser({ supabase })).rejects.toMatchObject({ code: 'brand_required' });
    const brand = await getBrandFromUser({ supabase, preferred: 'acmecompany' });
    expect(brand).toMatchObject({ id: 'acmecompany', role: 'member' });
  });

  it('knows nobody before they sign in, nor after they signed out', async () => {
    await using stack = await startStack();
    await expect(getBrandFromUser({ supabase: createVisitor(stack) })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
    const supabase = await signIn(stack, 'ctMember');
    expect((await getBrandFromUser({ supabase })).id).toBe('creativetechnologists');
    await supabase.auth.signOut();
    await expect(getBrandFromUser({ supabase })).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  it('takes a client made with accessToken together with its person', async () => {
    await using stack = await startStack();
    const supabase = await stack.as('ctViewer');
    const access = { supabase, getUserId: async () => demoPeople.ctViewer.id };
    expect(await getBrandFromUser({ access })).toMatchObject({ id: 'creativetechnologists', role: 'viewer' });
    await expect(getBrandFromUser({ access: { supabase, getUserId: () => null } })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
    await expect(getBrandFromUser({ supabase })).rejects.toMatchObject({
      code: 'user_unreadable',
      message: expect.stringContaining('pass `access` with `getUserId`'),
    });
  });

  it('sees no more when it is told of another person', async () => {
    await using stack = await startStack();
    const supabase = await stack.as('ctMember');
    const access = { supabase, getUserId: () => demoPeople.acmeAdmin.id };
    await expect(getBrandFromUser({ access })).rejects.toMatchObject({ code: 'no_brand' });
  });
});

it.each([
  [0, 'user_unreadable', true],
  [503, 'user_unreadable', true],
  [429, 'user_unreadable', true],
  [401, 'not_signed_in', false],
  [400, 'not_signed_in', false],
  [undefined, 'not_signed_in', false],
])('when the auth server answers %s, fails with %s', async (status, code, retryable) => {
  const authError = { message: 'it broke', ...(status !== undefined && { status }) };
  await expect(getBrandFromUser({ supabase: createFakeSession({ authError }) })).rejects.toMatchObject({
    code,
    retryable,
    cause: authError,
  });
});

it('believes an error more than a person beside it', async () => {
  const supabase = createFakeSession({ authError: { message: 'expired', status: 403 } });
  await expect(getBrandFromUser({ supabase })).rejects.toMatchObject({ code: 'not_signed_in' });
});
