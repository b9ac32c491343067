/** Why something was not done. A storefront has words for each, in every language. */
export const refusals = [
  'addressInvalid',
  'alreadyMember',
  'codeInvalid',
  'demoGone',
  'demoOff',
  'lastAdmin',
  'linkExpired',
  'notAllowed',
  'passwordLong',
  'passwordShort',
  'passwordWeak',
  'passwordsDiffer',
  'signedOut',
  'signInWrong',
  'tooOften',
  'unavailable',
] as const;
export type Refusal = (typeof refusals)[number];

/** What an action answers: done, with what it made, or why not. */
export type ActionResult<Value = null> =
  | { readonly done: true; readonly value: Value }
  | { readonly done: false; readonly refusal: Refusal };

export const done = <Value>(value: Value): ActionResult<Value> => ({ done: true, value });
export const refuse = (refusal: Refusal): ActionResult<never> => ({ done: false, refusal });

/** What supabase-js tells of a failure. */
interface ServiceError {
  readonly code?: string | undefined;
  readonly status?: number | undefined;
}

/** A failure that lies with the service and not with what was asked; null for every other. */
export function serviceRefusal({ code, status = 0 }: ServiceError): Refusal | null {
  if (status === 429 || code === 'over_email_send_rate_limit') return 'tooOften';
  return status === 0 || status >= 500 ? 'unavailable' : null;
}
