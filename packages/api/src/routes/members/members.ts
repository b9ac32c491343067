import { z } from '@hono/zod-openapi';
import { brandInBody, id, time } from '../../answers/fields.ts';
import { changeRole, listMembers, type MemberRow, removeMember, roles } from '../../database/members.ts';
import { empty, json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

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
    const { id: brandId } = await caller.needBrand();
    return { items: (await listMembers({ database: caller.database, brandId })).map(toMember) };
  },
});

export const changeMember = personRoute({
  method: 'patch',
  path: '/members/{userId}',
  operationId: 'updateMember',
  area: 'Members',
  summary: 'Gives somebody another role; for admins. The last admin stays one.',
  params: memberParams,
  body: z.strictObject({ ...brandInBody, role: z.enum(roles) }),
  example: { role: 'viewer' },
  refuses: [409],
  answer: json('The person as they are now.', memberSchema),
  handle: async ({ caller, params: { userId }, body: { role } }) => {
    const { id: brandId } = await caller.needBrand();
    return toMember(await changeRole({ database: caller.database, brandId }, userId, role));
  },
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
  handle: async ({ caller, params: { userId } }) => {
    const { id: brandId } = await caller.needBrand();
    await removeMember({ database: caller.database, brandId }, userId);
  },
});
