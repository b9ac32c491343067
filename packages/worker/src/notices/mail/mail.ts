import type { DeliveryOutcome } from '../delivery.ts';

/** A mail to one person. */
export interface Mail {
  readonly to: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** Posted to by mail programs (RFC 8058). */
  readonly unsubscribeUrl: string;
  readonly date: Date;
}

/** A way for mail to leave. */
export interface MailTransport {
  send(mail: Mail, signal: AbortSignal): Promise<DeliveryOutcome>;
}
