import type { MailTransport } from './mail.ts';
import { createOutboxTransport } from './outbox-transport.ts';
import { createSmtpTransport } from './smtp-transport.ts';

/** The way that an address stands for. */
export const openTransport = (url: string, fetch: typeof globalThis.fetch): MailTransport =>
  url.startsWith('http:') ? createOutboxTransport(url, fetch) : createSmtpTransport(url);
