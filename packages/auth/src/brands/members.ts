import type { BrandRole } from '@act/tenant-config';
import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { addressSchema, parseForm } from '../people/forms.ts';
import { type ActionResult, done, refuse, serviceRefusal } from '../people/results.ts';

// All of it runs as whoever asks: what they may do here, the database's policies say.

const roleSchema = z.enum(['admin', 'member', 'viewer']);

/** Somebody who is in a brand. */
export interface Member {
  readonly userId: string;
  /** Null for those who may not know it: addresses are for admins. */
  readonly email: string | null;
  readonly role: BrandRole;
  readonly since: string;
}

/** Somebody who was asked in and has not come yet. */
export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: BrandRole;
  readonly expiresAt: string;
}

const memberRows = z.array(z.object({ user_id: z.string(), role: roleSchema, created_at: z.string() }));
const addressRows = z.array(z.object({ user_id: z.string(), email: z.string() }));
const invitationRows = z.array(
  z.object({ id: z.string(), email: z.string(), role: roleSchema, expires_at: z.string() }),
);

/** Who is in the brand, those who were there first at the top. */
export async function listMembers(session: SupabaseClient, brandId: string): Promise<Member[]> {
  const [members, addresses] = await Promise.all([
    session
      .from('brand_users')
      .select('user_id, role, created_at')
      .eq('brand_id', brandId)
      .order('created_at')
      .order('user_id')
      .throwOnError(),
    session.rpc('list_member_addresses', { brand_id: brandId }).throwOnError(),
  ]);
  const emails = new Map(addressRows.parse(addresses.data).map(({ user_id, email }) => [user_id, email]));
  return memberRows.parse(members.data).map(({ user_id, role, created_at }) => ({
    userId: user_id,
    email: emails.get(user_id) ?? null,
    role,
    since: created_at,
  }));
}

/** Invitations that can still be used; none for those who are no admins. */
export async function listOpenInvitations(
  session: SupabaseClient,
  brandId: string,
): Promise<OpenInvitation[]> {
  const { data } = await session
    .from('brand_invitations')
    .select('id, email, role, expires_at')
    .eq('brand_id', brandId)
    .is('accepted_at', null)
    .gt('expires_at', new Date().toISOString())
    .order('created_at')
    .throwOnError();
  return invitationRows
    .parse(data)
    .map(({ id, email, role, expires_at }) => ({ id, email, role, expiresAt: expires_at }));
}

const invitationSchema = z.object({ email: addressSchema, role: roleSchema });

/** Makes an invitation, in place of an open one to the same address; its code, which is shown this once. */
export async function inviteMember(
  session: SupabaseClient,
  brandId: string,
  form: FormData | Record<string, unknown>,
): Promise<ActionResult<{ email: string; code: string }>> {
  const input = parseForm(invitationSchema, form, 'addressInvalid');
  if (!input.done) return input;
  const { email, role } = input.value;
  const { data, error, status } = await session.rpc('create_invitation', { brand_id: brandId, email, role });
  if (error) return refuseChange(status);
  return done({ email, code: z.string().parse(data) });
}

export async function withdrawInvitation(
  session: SupabaseClient,
  brandId: string,
  id: unknown,
): Promise<ActionResult> {
  const { data, error, status } = await session
    .from('brand_invitations')
    .delete()
    .eq('brand_id', brandId)
    .eq('id', String(id))
    .select('id');
  return error ? refuseChange(status) : changed(data);
}

const roleChangeSchema = z.object({ userId: z.guid(), role: roleSchema });

/** Gives somebody another role. The last admin stays one. */
export async function changeRole(
  session: SupabaseClient,
  brandId: string,
  form: FormData | Record<string, unknown>,
): Promise<ActionResult> {
  const input = parseForm(roleChangeSchema, form, 'notAllowed');
  if (!input.done) return input;
  const { data, error, status } = await session
    .from('brand_users')
    .update({ role: input.value.role })
    .eq('brand_id', brandId)
    .eq('user_id', input.value.userId)
    .select('user_id');
  return error ? refuseChange(status) : changed(data);
}

/** Takes somebody out of the brand. The last admin stays. */
export async function removeMember(
  session: SupabaseClient,
  brandId: string,
  userId: unknown,
): Promise<ActionResult> {
  const { data, error, status } = await session
    .from('brand_users')
    .delete()
    .eq('brand_id', brandId)
    .eq('user_id', String(userId))
    .select('user_id');
  return error ? refuseChange(status) : changed(data);
}

/** What a policy keeps from somebody is no error: nothing is changed. */
const changed = (rows: unknown[] | null): ActionResult =>
  rows && rows.length > 0 ? done(null) : refuse('notAllowed');

function refuseChange(status: number): ActionResult<never> {
  if (status === 401) return refuse('signedOut');
  if (status === 409) return refuse('lastAdmin');
  return refuse(serviceRefusal({ status }) ?? 'notAllowed');
}
