import { AiModelsError } from '@act/ai-models';
import { z } from 'zod';
import type { InBrand } from './in-brand.ts';
import { read } from './read.ts';

export const roles = ['admin', 'member', 'viewer'] as const;
export type Role = (typeof roles)[number];

const memberRow = z.object({ user_id: z.string(), role: z.enum(roles), created_at: z.string() });
export type MemberRow = z.output<typeof memberRow>;

const invitationRow = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  created_at: z.string(),
  expires_at: z.string(),
  accepted_at: z.string().nullable(),
});
export type InvitationRow = z.output<typeof invitationRow>;

/** Who is in a brand, those that were there first at the top. */
export const listMembers = ({ database, brandId }: InBrand): Promise<MemberRow[]> =>
  read(
    database
      .from('brand_users')
      .select('user_id, role, created_at')
      .eq('brand_id', brandId)
      .order('created_at')
      .order('user_id')
      .limit(1000),
    z.array(memberRow),
  );

/** Gives somebody another role. @throws AiModelsError 404, 403, 409 */
export async function changeRole(
  { database, brandId }: InBrand,
  userId: string,
  role: Role,
): Promise<MemberRow> {
  const query = database.from('brand_users').update({ role }).eq('brand_id', brandId).eq('user_id', userId);
  const row = await read(query.select('user_id, role, created_at').maybeSingle(), memberRow.nullable());
  return row ?? refuse({ database, brandId }, userId);
}

/** Takes somebody out of a brand. @throws AiModelsError 404, 403, 409 */
export async function removeMember({ database, brandId }: InBrand, userId: string): Promise<void> {
  const query = database.from('brand_users').delete().eq('brand_id', brandId).eq('user_id', userId);
  const removed = await read(query.select('user_id'), z.array(z.unknown()));
  if (removed.length === 0) await refuse({ database, brandId }, userId);
}

/** Why nothing was changed: there is nobody of this id, or the caller is no admin. */
async function refuse({ database, brandId }: InBrand, userId: string): Promise<never> {
  const query = database.from('brand_users').select('user_id').eq('brand_id', brandId).eq('user_id', userId);
  const seen = await read(query, z.array(z.unknown()));
  throw seen.length > 0 ? onlyAdmins() : notThere('member', userId);
}

/** Open and accepted ones; for admins, to everybody else there are none. */
export const listInvitations = ({ database, brandId }: InBrand): Promise<InvitationRow[]> =>
  read(
    database
      .from('brand_invitations')
      .select('id, email, role, created_at, expires_at, accepted_at')
      .eq('brand_id', brandId)
      .order('created_at', { ascending: false })
      .limit(1000),
    z.array(invitationRow),
  );

/** Makes an invitation and gives its code, once. */
export const invite = ({ database, brandId }: InBrand, email: string, role: Role): Promise<string> =>
  read(database.rpc('create_invitation', { brand_id: brandId, email, role }), z.string());

/** Takes an invitation back. @throws AiModelsError 404 */
export async function withdrawInvitation({ database, brandId }: InBrand, id: string): Promise<void> {
  const query = database.from('brand_invitations').delete().eq('brand_id', brandId).eq('id', id);
  const removed = await read(query.select('id'), z.array(z.unknown()));
  if (removed.length === 0) throw notThere('invitation', id);
}

const onlyAdmins = () =>
  new AiModelsError({
    code: 'not_allowed',
    message: 'You may not change who is in the brand.',
    hint: 'The admins of the brand may.',
  });

const notThere = (what: string, id: string) =>
  new AiModelsError({
    code: 'file_not_found',
    message: `There is no ${what} ${id} for you.`,
    hint: 'List those of the brand.',
  });
