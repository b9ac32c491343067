import { demoPeople, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import {
  changeRole,
  inviteMember,
  listMembers,
  listOpenInvitations,
  removeMember,
  withdrawInvitation,
} from './members.ts';

const brandId = 'creativetechnologists';
const notAllowed = { done: false, refusal: 'notAllowed' };
const { ctAdmin, ctMember, ctViewer, freelancer } = demoPeople;

it('tells admins who is in the brand, and others no addresses', async () => {
  await using stack = await startStack();
  const listed = await listMembers(await stack.as('ctAdmin'), brandId);
  expect(listed.map(({ email }) => email).sort()).toEqual(
    [ctAdmin, ctMember, ctViewer, freelancer].map(({ email }) => email).sort(),
  );
  const seen = await listMembers(await stack.as('ctMember'), brandId);
  expect(seen.map(({ email }) => email)).toEqual([null, null, null, null]);
  expect(await listMembers(await stack.as('acmeAdmin'), brandId)).toEqual([]);
});

it('lets admins invite people and take the invitation back', async () => {
  await using stack = await startStack();
  const admin = await stack.as('ctAdmin');
  const invited = await inviteMember(admin, brandId, { email: ' New@Example.test', role: 'viewer' });
  expect(invited).toMatchObject({
    done: true,
    value: { email: 'new@example.test', code: expect.stringMatching(/^[0-9a-f]{48}$/) },
  });

  const [open] = await listOpenInvitations(admin, brandId);
  expect(open).toMatchObject({ email: 'new@example.test', role: 'viewer' });
  expect(await listOpenInvitations(await stack.as('ctMember'), brandId)).toEqual([]);
  expect(await withdrawInvitation(await stack.as('acmeAdmin'), brandId, open?.id)).toEqual(notAllowed);
  expect(await withdrawInvitation(admin, brandId, open?.id)).toEqual({ done: true, value: null });
  expect(await listOpenInvitations(admin, brandId)).toEqual([]);
});

it('refuses invitations by people who are no admins there', async () => {
  await using stack = await startStack();
  const form = { email: 'new@example.test', role: 'viewer' };
  for (const person of ['ctMember', 'acmeAdmin'] as const) {
    expect(await inviteMember(await stack.as(person), brandId, form)).toEqual(notAllowed);
  }
  expect(await inviteMember(await stack.as('ctAdmin'), brandId, { ...form, email: 'x' })).toEqual({
    done: false,
    refusal: 'addressInvalid',
  });
});

it('lets admins change roles and take people out, and keeps the last admin', async () => {
  await using stack = await startStack();
  const admin = await stack.as('ctAdmin');
  const promoted = { userId: ctMember.id, role: 'admin' };
  const ended = { userId: ctAdmin.id, role: 'member' };
  expect(await changeRole(await stack.as('ctMember'), brandId, promoted)).toEqual(notAllowed);
  expect(await changeRole(admin, brandId, ended)).toEqual({ done: false, refusal: 'lastAdmin' });
  expect(await changeRole(admin, brandId, promoted)).toEqual({ done: true, value: null });
  expect(await changeRole(admin, brandId, ended)).toEqual({ done: true, value: null });
  expect(await removeMember(admin, brandId, ctViewer.id)).toEqual(notAllowed);
  expect(await removeMember(await stack.as('ctMember'), brandId, ctViewer.id)).toEqual({
    done: true,
    value: null,
  });
});
