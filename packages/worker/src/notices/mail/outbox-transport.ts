import type { MailTransport } from './mail.ts';

const timeoutMs = 10_000;

/** The embedded world's outbox, where mail is looked at instead of leaving. */
export function createOutboxTransport(address: string, fetch: typeof globalThis.fetch): MailTransport {
  const url = new URL(address);
  const key = decodeURIComponent(url.password);
  url.username = '';
  url.password = '';
  return {
    async send({ to, subject, text, html }, signal) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
          body: JSON.stringify({ to, subject, text, html }),
          redirect: 'error',
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        });
        await response.body?.cancel();
        return response.ok ? { outcome: 'sent' } : { outcome: 'failed', error: `outbox_${response.status}` };
      } catch {
        return { outcome: 'unknown', error: 'outbox_unanswered' };
      }
    },
  };
}
