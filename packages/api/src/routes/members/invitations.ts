import { z } from '@hono/zod-openapi';
import { id, idParams, time } from '../../answers/fields.ts';
import {
  type InvitationRow,
  invite,
  listInvitations,
  roles,
  withdrawInvitation,
} from '../../database/members.ts';
import { read } from '../../database/read.ts';
import { empty, json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

const invitationSchema = z
  .object({
    id,
    email: z.string(),
    role: z.enum(roles),
    createdAt: time,
    expiresAt: time,
    acceptedAt: time.nullable(),
  })
  .openapi('Invitation');

const toInvitation = (row: InvitationRow) => ({
  id: row.id,
  email: row.email,
  role: row.role,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  acceptedAt: row.accepted_at,
});

const brandSchema = z.object({ brandId: z.string() }).openapi('JoinedBrand');

export const addMember = personRoute({
  method: 'post',
  path: '/members',
  operationId: 'inviteMember',
  area: 'Members',
  summary: 'Invites somebody by their e-mail address; for admins.',
  description: 'In place of an open invitation to the same address. The code is shown this once.',
  body: z.strictObject({
    ...brandField,
    email: z.email().max(254),
    role: z.enum(roles).default('member'),
  }),
  example: { email: 'new@example.com', role: 'member' },
  answer: json(
    'The code: whoever signs in with that address and sends it is in.',
    z.object({ code: z.string() }).openapi('InvitationCode'),
    201,
  ),
  handle: async ({ caller, body: { email, role } }) => ({
    code: await invite(await caller.needScope(), email, role),
  }),
});

export const listInvitationsRoute = personRoute({
  method: 'get',
  path: '/members/invitations',
  operationId: 'listInvitations',
  area: 'Members',
  summary: 'Lists invitations; for admins, everybody else sees none.',
  answer: json('The invitations.', z.object({ items: z.array(invitationSchema) }).openapi('InvitationList')),
  handle: async ({ caller }) => {
    const invitations = await listInvitations(await caller.needScope());
    return { items: invitations.map(toInvitation) };
  },
});

export const withdrawInvitationRoute = personRoute({
  method: 'delete',
  path: '/members/invitations/{id}',
  operationId: 'withdrawInvitation',
  area: 'Members',
  summary: 'Takes an invitation back; for admins.',
  params: idParams,
  answer: empty('It cannot be used any more.'),
  handle: async ({ caller, params }) => withdrawInvitation(await caller.needScope(), params.id),
});

export const acceptInvitation = personRoute({
  method: 'post',
  path: '/invitations/accept',
  operationId: 'acceptInvitation',
  area: 'Members',
  summary: 'Makes the caller a member of the brand that invited them.',
  body: z.strictObject({ code: z.string().min(1).max(200) }),
  example: { code: '0f8f3d1f2a77' },
  answer: json('The brand.', brandSchema),
  handle: async ({ caller, body: { code } }) => ({
    brandId: await read(caller.database.rpc('accept_invitation', { code }), z.string()),
  }),
});

export const joinBrand = personRoute({
  method: 'post',
  path: '/me/brands',
  operationId: 'joinBrand',
  area: 'Me',
  summary: 'Lets the caller into a brand that is open to everybody.',
  body: z.strictObject({ join: z.string().max(63) }),
  example: { join: 'flurrty' },
  answer: json('The brand.', brandSchema),
  handle: async ({ caller, body: { join } }) => ({
    brandId: await read(caller.database.rpc('join_brand', { brand_id: join }), z.string()),
  }),
});
