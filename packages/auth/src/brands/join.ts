import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { type ActionResult, done, refuse, serviceRefusal } from '../people/results.ts';

const brandSchema = z.string();
/** The code itself, or the link that it came in. */
const codeSchema = z
  .string()
  .max(2000)
  .transform((text) => URL.parse(text.trim())?.searchParams.get('invitation') ?? text.trim())
  .pipe(z.string().regex(/^[0-9a-f]{48}$/));

/** Uses the one-time code of an invitation; the brand that the person is in then. */
export async function acceptInvitation(
  session: SupabaseClient,
  code: unknown,
): Promise<ActionResult<string>> {
  const input = codeSchema.safeParse(code);
  if (!input.success) return refuse('codeInvalid');
  const { data, error, status } = await session.rpc('accept_invitation', { code: input.data });
  if (error) return refuse(status === 401 ? 'signedOut' : (serviceRefusal({ status }) ?? 'codeInvalid'));
  return done(brandSchema.parse(data));
}

/** Lets a person into a brand that is open to everybody. */
export async function joinBrand(session: SupabaseClient, brandId: string): Promise<ActionResult<string>> {
  const { data, error, status } = await session.rpc('join_brand', { brand_id: brandId });
  if (error) return refuse(status === 401 ? 'signedOut' : (serviceRefusal({ status }) ?? 'notAllowed'));
  return done(brandSchema.parse(data));
}
