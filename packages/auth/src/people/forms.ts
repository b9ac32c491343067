import { z } from 'zod';
import { type ActionResult, done, type Refusal, refusals, refuse } from './results.ts';

export const addressSchema = z
  .string('addressInvalid')
  .trim()
  .toLowerCase()
  .max(254, 'addressInvalid')
  .pipe(z.email('addressInvalid'));

const shortestPassword = 8;
/** bcrypt looks at no more bytes. */
const longestPasswordBytes = 72;

export const passwordSchema = z
  .string('passwordShort')
  .min(shortestPassword, 'passwordShort')
  .refine((value) => new TextEncoder().encode(value).length <= longestPasswordBytes, 'passwordLong');

const refusalSchema = z.enum(refusals);

/** Checks what a form sent; the first problem is the answer. Each rule of a schema is named after its refusal. */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData | Record<string, unknown>,
  otherwise: Refusal,
): ActionResult<z.output<Schema>> {
  const fields = form instanceof FormData ? Object.fromEntries(form) : form;
  const result = schema.safeParse(fields);
  if (result.success) return done(result.data);
  const named = refusalSchema.safeParse(result.error.issues[0]?.message);
  return refuse(named.success ? named.data : otherwise);
}
