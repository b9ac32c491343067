import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { addressSchema, parseForm } from './forms.ts';
import { type ActionResult, done, refuse, serviceRefusal } from './results.ts';

const mailSchema = z.object({ email: addressSchema });

export interface RequestMailOptions {
  /** Where the link leads: this storefront, where the project lets it. Default: where all of the project's lead. */
  readonly site: string | null;
}

/**
 * Sends a link to choose a new password. The answer is the same whether anybody has that address or not: the address
 * that was written to, if there is somebody.
 */
export async function requestReset(
  visitor: SupabaseClient,
  form: FormData | Record<string, unknown>,
  { site }: RequestMailOptions = { site: null },
): Promise<ActionResult<string>> {
  const input = parseForm(mailSchema, form, 'addressInvalid');
  if (!input.done) return input;
  const { error } = await visitor.auth.resetPasswordForEmail(
    input.value.email,
    site === null ? {} : { redirectTo: site },
  );
  return answer(error, input.value.email);
}

/**
 * Sends a link that makes an account, or opens the one there is: who asks learns nothing about others, and an address
 * is proved before anything belongs to it.
 */
export async function requestSignUp(
  visitor: SupabaseClient,
  form: FormData | Record<string, unknown>,
  { site }: RequestMailOptions = { site: null },
): Promise<ActionResult<string>> {
  const input = parseForm(mailSchema, form, 'addressInvalid');
  if (!input.done) return input;
  const { error } = await visitor.auth.signInWithOtp({
    email: input.value.email,
    options: { shouldCreateUser: true, ...(site !== null && { emailRedirectTo: site }) },
  });
  return answer(error, input.value.email);
}

/** Only what says nothing about an account is told. */
function answer(error: { status?: number | undefined; code?: string | undefined } | null, email: string) {
  const refusal = error && serviceRefusal(error);
  return refusal === 'unavailable' ? refuse(refusal) : done(email);
}
