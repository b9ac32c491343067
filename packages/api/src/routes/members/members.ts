import { z } from '@hono/zod-openapi';
import { id, time } from '../../answers/fields.ts';
import { changeRole, listMembers, type MemberRow, removeMember, roles } from '../../database/members.ts';
import { empty, json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

const memberSchema = z.object({ userId: id, role: z.enum(roles), createdAt: time }).openapi('Member');
const toMember = ({ user_id: userId, role, created_at: createdAt }: MemberRow) => ({
  userId,
  role,
  createdAt,
});

const memberParams = z.object({ userId: id });

export const listMembersRoute = personRoute({
  method: 'get',
  path: '/members',
  operationId: 'listMembers',
  area: 'Members',
  summary: 'Lists who is in the brand.',
  isTagged: true,
  answer: json('The people.', z.object({ items: z.array(memberSchema) }).openapi('MemberList')),
  handle: async ({ caller }) => {
    const members = await listMembers(await caller.needScope());
    return { items: members.map(toMember) };
  },
});

export const changeMember = personRoute({
  method: 'patch',
  path: '/members/{userId}',
  operationId: 'updateMember',
  area: 'Members',
  summary: 'Gives somebody another role; for admins. The last admin stays one.',
  params: memberParams,
  body: z.strictObject({ ...brandField, role: z.enum(roles) }),
  example: { role: 'viewer' },
  refuses: [409],
  answer: json('The person as they are now.', memberSchema),
  handle: async ({ caller, params: { userId }, body: { role } }) =>
    toMember(await changeRole(await caller.needScope(), userId, role)),
});

export const removeMemberRoute = personRoute({
  method: 'delete',
  path: '/members/{userId}',
  operationId: 'removeMember',
  area: 'Members',
  summary: 'Takes somebody out of the brand; for admins. The last admin stays.',
  params: memberParams,
  refuses: [409],
  answer: empty('They are out.'),
  handle: async ({ caller, params: { userId } }) => removeMember(await caller.needScope(), userId),
});
