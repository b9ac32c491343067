import { openDatabase } from '../../database/open-database.ts';
import { ringDoorbell } from '../../webhooks/ring-doorbell.ts';
import type { Episode } from './episode.ts';

/** Hands a webhook to the door, in nobody's name, as often as one likes. */
export async function deliverWebhook(
  { world: { stack, fetch }, simulators, clock }: Episode,
  webhook: Request,
): Promise<Response> {
  const database = await openDatabase({
    url: stack.url,
    publishableKey: stack.secrets.publishableKey,
    accessToken: async () => null,
    fetch,
  });
  const webhookSecrets = { replicate: simulators.replicate.webhookSecret };
  return ringDoorbell(webhook.clone(), { database, webhookSecrets, now: () => new Date(clock.now()) });
}
