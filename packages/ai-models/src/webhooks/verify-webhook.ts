import { type WebhookRefusal, WebhookVerificationError } from '../errors/index.ts';
import { decodeBase64, importWebhookKey, toSignedContent } from './webhook-signature.ts';

export interface VerifyWebhookOptions {
  /** `whsec_…`; several while one replaces another. */
  readonly secret: string | readonly string[];
  /** How far the sender's clock may be from ours, either way. Default five minutes. */
  readonly toleranceMs?: number;
  /** Longer bodies are refused unread. Default 5 MiB: a training brings its whole log. */
  readonly maximumBytes?: number;
  /** Default: the real time. */
  readonly now?: () => Date;
}

export interface VerifiedWebhook {
  /** The same in every repetition of one message. */
  readonly id: string;
  readonly sentAt: Date;
  /** As it was signed. */
  readonly body: Uint8Array;
}

/** Checks a Standard Webhook, whose body it reads; throws `webhook_invalid` for one that the secret did not sign. */
export async function verifyWebhook(
  request: Request,
  options: VerifyWebhookOptions,
): Promise<VerifiedWebhook> {
  const { id, timestamp, signatures } = readHeaders(request.headers);
  const sentAt = new Date(Number(timestamp) * 1_000);
  checkAge(sentAt, options);
  const body = await readBody(request, options.maximumBytes ?? 5 * 2 ** 20);
  const content = toSignedContent(id, timestamp, body);
  for (const secret of [options.secret].flat()) {
    const key = await importWebhookKey(secret);
    for (const signature of signatures) {
      // Compares in a time that tells nothing.
      if (await crypto.subtle.verify('HMAC', key, signature, content)) return { id, sentAt, body };
    }
  }
  throw refused('signature_wrong');
}

/** A dot in the id could move the border between id, time and body. */
const idPattern = /^[^.\s]{1,256}$/;
const mostSignatures = 10;

function readHeaders(headers: Headers) {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const signatures = (headers.get('webhook-signature') ?? '')
    .split(' ')
    .slice(0, mostSignatures)
    .flatMap((entry) => (entry.startsWith('v1,') ? (decodeBase64(entry.slice(3)) ?? []) : []));
  if (!idPattern.test(id) || !/^\d{1,12}$/.test(timestamp)) throw refused('header_missing');
  if (signatures.length === 0) throw refused('header_missing');
  return { id, timestamp, signatures };
}

function checkAge(
  sentAt: Date,
  { toleranceMs = 5 * 60_000, now = () => new Date() }: VerifyWebhookOptions,
): void {
  const ageMs = now().getTime() - sentAt.getTime();
  if (Math.abs(ageMs) > toleranceMs) throw refused(ageMs > 0 ? 'too_old' : 'too_new');
}

/** Stops as soon as there is too much. */
async function readBody(request: Request, maximumBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maximumBytes) throw refused('body_too_large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maximumBytes) throw refused('body_too_large');
    chunks.push(chunk);
  }
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

const refused = (refusal: WebhookRefusal) => new WebhookVerificationError({ refusal });
