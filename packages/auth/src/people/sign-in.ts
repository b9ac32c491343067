import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import type { DemoPerson } from '../load-setting.ts';
import { addressSchema, parseForm } from './forms.ts';
import { isDeparting } from './is-departing.ts';
import { type ActionResult, done, refuse, serviceRefusal } from './results.ts';

const signInSchema = z.object({
  email: addressSchema,
  password: z.string('signInWrong').min(1, 'signInWrong'),
});

/**
 * Signs in with a password; the id of the person. A wrong address and a wrong password are one answer, and so is an account
 * that was deleted, from the first moment on.
 */
export async function signIn(
  session: SupabaseClient,
  form: FormData | Record<string, unknown>,
): Promise<ActionResult<string>> {
  const input = parseForm(signInSchema, form, 'signInWrong');
  if (!input.done) return input;
  const { data, error } = await session.auth.signInWithPassword(input.value);
  if (error) return refuse(serviceRefusal(error) ?? 'signInWrong');
  if (await isDeparting(session)) {
    await session.auth.signOut({ scope: 'local' });
    return refuse('signInWrong');
  }
  return done(data.user.id);
}

/** Signs in as somebody of the embedded world. Their passwords stay on the server, and elsewhere there are none. */
export async function signInAsDemoPerson(
  session: SupabaseClient,
  people: readonly DemoPerson[],
  email: unknown,
): Promise<ActionResult<string>> {
  const person = people.find((entry) => entry.email === email);
  if (!person) return refuse('demoOff');
  const result = await signIn(session, { email: person.email, password: person.password });
  // Its password is known to be right, unless somebody changed or deleted the account.
  return !result.done && result.refusal === 'signInWrong' ? refuse('demoGone') : result;
}
