import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { deletePushSubscription, insertPushSubscription } from '../database/notices.ts';
import { isPublicUrl } from '../shared/http/public-url.ts';
import { parseInput } from '../shared/parse-input.ts';
import { requirePerson } from './require-person.ts';

/** As a browser's `PushSubscription.toJSON()` gives it. */
export interface PushSubscriptionInput {
  readonly endpoint: string;
  readonly expirationTime?: number | null | undefined;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

const endpointSchema = z
  .url({ protocol: /^https$/ })
  .max(1000)
  .refine((address) => isPublicUrl(address) && !address.includes('@'), {
    error: 'Pass the address of a push service, as the browser gives it.',
  });
const subscriptionSchema = z.strictObject({
  endpoint: endpointSchema,
  expirationTime: z.number().nullish(),
  keys: z.strictObject({
    p256dh: z.string().regex(/^B[A-P][A-Za-z0-9_-]{85}=?$/),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}={0,2}$/),
  }),
});

/** Has notices of this brand shown in the caller's browser, also while no page is open. It is nobody else's then. */
export async function savePushSubscription(
  context: AiModelsContext,
  subscription: PushSubscriptionInput,
): Promise<{ id: string }> {
  const person = requirePerson(context);
  const { endpoint, keys } = parseInput(subscriptionSchema, subscription, { subject: 'The subscription' });
  const { p256dh: publicKey, auth: authSecret } = keys;
  return { id: await insertPushSubscription(person, { endpoint, publicKey, authSecret }) };
}

/** Which browser. */
export interface RemovePushSubscriptionOptions {
  readonly endpoint: string;
}

const removeSchema = z.strictObject({ endpoint: z.string().min(1).max(1000) });

/** Ends it; one that is not there is no error. */
export async function removePushSubscription(
  context: AiModelsContext,
  options: RemovePushSubscriptionOptions,
): Promise<void> {
  const person = requirePerson(context);
  const { endpoint } = parseInput(removeSchema, options, { subject: 'The call' });
  await deletePushSubscription(person, endpoint);
}
