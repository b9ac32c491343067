import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { parseForm, passwordSchema } from './forms.ts';
import { type ActionResult, done, refuse, serviceRefusal } from './results.ts';

const linkTypes = ['recovery', 'magiclink', 'signup', 'email', 'invite'] as const;

const choiceSchema = z
  .object({
    tokenHash: z.string('linkExpired').max(200, 'linkExpired').default(''),
    type: z.enum(linkTypes, 'linkExpired').default('recovery'),
    password: passwordSchema,
    again: z.string().optional(),
  })
  .refine(({ password, again }) => again === undefined || again === password, 'passwordsDiffer');

/**
 * Redeems the link of a mail and sets a password; the id of the person, who is signed in then. Opening the link
 * redeems nothing, so that a mail program which looks at links cannot use it up. Without a link the session counts.
 */
export async function choosePassword(
  session: SupabaseClient,
  form: FormData | Record<string, unknown>,
): Promise<ActionResult<string>> {
  const input = parseForm(choiceSchema, form, 'linkExpired');
  if (!input.done) return input;
  const { tokenHash, type, password } = input.value;
  if (tokenHash) {
    const { error } = await session.auth.verifyOtp({ token_hash: tokenHash, type });
    if (error) return refuse(serviceRefusal(error) ?? 'linkExpired');
  }
  const { data, error } = await session.auth.updateUser({ password });
  if (!error) return done(data.user.id);
  // Whoever opened a link for a password which they have already is where they want to be.
  if (error.code === 'same_password') {
    const { data: current } = await session.auth.getUser();
    if (current.user) return done(current.user.id);
  }
  if (error.code === 'weak_password') return refuse('passwordWeak');
  return refuse(serviceRefusal(error) ?? 'signedOut');
}
