import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { isRecord, readText } from '../shared/read-answer.ts';

/** A call as it came in, and what it is judged by. */
export interface HeardCall {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Byte by byte as it was sent: a body that was parsed and written again has another signature. */
  readonly body: Buffer;
  /** `whsec_…`, as it was shown when the webhook was made. */
  readonly secret: string;
  readonly now: Date;
}

/** Genuine and fresh, or why not. */
export type Verdict =
  | { readonly isGenuine: true; readonly id: string; readonly event: IDataObject }
  | { readonly isGenuine: false; readonly reason: string };

/** A clock that goes wrong, and a call on its way, may take this long: five minutes, as Standard Webhooks have it. */
const toleratedSeconds = 300;

/** Checks a Standard Webhook. The signature is looked at first: before it, nothing in the call is believed. */
export function checkWebhook({ headers, body, secret, now }: HeardCall): Verdict {
  const id = readHeader(headers, 'webhook-id');
  const timestamp = readHeader(headers, 'webhook-timestamp');
  const signatures = readHeader(headers, 'webhook-signature');
  if (!id || !timestamp || !signatures) return refuse('It carries no signature.');
  if (!isSigned({ id, timestamp, signatures, body, secret })) return refuse('The signature is not ours.');
  const age = now.getTime() / 1000 - Number(timestamp);
  if (!(Math.abs(age) <= toleratedSeconds)) return refuse('It is too old, or from the future.');
  const event = parse(body);
  if (!event || readText(event, 'type') === null) return refuse('It is no event.');
  return { isGenuine: true, id, event };
}

const refuse = (reason: string): Verdict => ({ isGenuine: false, reason });

function readHeader(headers: HeardCall['headers'], name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

interface Signed {
  readonly id: string;
  readonly timestamp: string;
  readonly signatures: string;
  readonly body: Buffer;
  readonly secret: string;
}

/** While a secret is being changed a call carries several signatures; one has to be right. */
function isSigned({ id, timestamp, signatures, body, secret }: Signed): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  // An empty key would sign for everybody.
  if (key.length < 16) return false;
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  return signatures.split(' ').some((one) => {
    const [version, signature = ''] = one.split(',');
    const given = Buffer.from(signature, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function parse(body: Buffer): IDataObject | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
