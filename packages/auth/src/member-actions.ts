'use server';

import { refresh } from 'next/cache';
import { changeRole, inviteMember, removeMember, withdrawInvitation } from './brands/members.ts';
import type { ActionResult } from './people/results.ts';
import { createServerSession } from './sessions/server-session.ts';

// Each form names the brand of the page on which it stands: somebody may have switched in another tab.

type Previous = ActionResult<unknown> | null;

export async function inviteMemberAction(
  _: Previous,
  form: FormData,
): Promise<ActionResult<{ email: string; code: string }>> {
  const result = await inviteMember(await createServerSession(), brandOf(form), form);
  if (result.done) refresh();
  return result;
}

export async function withdrawInvitationAction(_: Previous, form: FormData): Promise<ActionResult> {
  const result = await withdrawInvitation(await createServerSession(), brandOf(form), form.get('id'));
  if (result.done) refresh();
  return result;
}

export async function changeRoleAction(_: Previous, form: FormData): Promise<ActionResult> {
  const result = await changeRole(await createServerSession(), brandOf(form), form);
  refresh();
  return result;
}

export async function removeMemberAction(_: Previous, form: FormData): Promise<ActionResult> {
  const result = await removeMember(await createServerSession(), brandOf(form), form.get('userId'));
  if (result.done) refresh();
  return result;
}

const brandOf = (form: FormData) => String(form.get('brand'));
