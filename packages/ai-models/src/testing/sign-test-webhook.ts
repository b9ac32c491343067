import { importWebhookKey, toSignedContent } from '../webhooks/webhook-signature.ts';

/** What is signed, and with what. */
export interface SignTestWebhookOptions {
  /** `whsec_…`, as the verifier has it. */
  readonly secret: string;
  /** As it will be sent, to the byte. */
  readonly body: string | Uint8Array;
  /** Default: a new one. The same one makes a repetition. */
  readonly id?: string;
  /** Default: now. */
  readonly sentAt?: Date;
}

/** The headers that a provider would send with this body, for tests of your own webhook routes. */
export async function signTestWebhook(options: SignTestWebhookOptions): Promise<Record<string, string>> {
  const { secret, body, id = `msg_${crypto.randomUUID()}`, sentAt = new Date() } = options;
  const timestamp = String(Math.floor(sentAt.getTime() / 1_000));
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const key = await importWebhookKey(secret);
  const signature = await crypto.subtle.sign('HMAC', key, toSignedContent(id, timestamp, bytes));
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${btoa(String.fromCharCode(...new Uint8Array(signature)))}`,
  };
}
