import { AiModelsError } from '../errors/index.ts';

/** The HMAC key inside a `whsec_…` secret; throws `not_configured` where there is none. */
export async function importWebhookKey(secret: string) {
  const bytes = decodeBase64(secret.replace(/^whsec_/, ''));
  if (!bytes?.length) {
    throw new AiModelsError({
      code: 'not_configured',
      message: 'The secret for webhooks is not one: it is base64 after whsec_.',
      hint: 'Copy it anew from the provider.',
    });
  }
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

/** What is signed: the raw bytes of the body, behind id and time. */
export function toSignedContent(id: string, timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return content;
}

/** Null for what is no base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
