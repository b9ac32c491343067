import type { Network } from '@act/ai-models/node';

/** How notices leave. A channel that is not set up is none: what should have left by it is given up, and says so. */
export interface NoticeSettings {
  readonly mail: MailSettings | null;
  readonly push: PushSettings | null;
  /** Where links lead for brands that list no host of their own, such as `https://studio.example.com`. */
  readonly siteUrl: string;
  /** Where links lead for brands that have a storefront of their own beside it, by the brand's id. Default: none has. */
  readonly brandSites?: Readonly<Record<string, string>>;
  /** Whether webhooks on this machine are called. Default false. */
  readonly loopbackWebhooks?: boolean;
  /** Pieces at once in one process. Default 4. */
  readonly slots?: number;
  /** The ways to push services and webhooks. Default: the open internet, and nothing else. */
  readonly network?: Network;
}

export interface MailSettings {
  /** `smtps://user:password@mail.example.com`, or the embedded world's outbox: `http://worker:key@127.0.0.1:54321/outbox`. */
  readonly url: string;
  /** The address that mails come from; the name beside it is the brand's. */
  readonly from: string;
}

/** What a browser knows us by (VAPID, RFC 8292). */
export interface PushSettings {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Whom a push service can turn to: `mailto:` or `https:`. */
  readonly subject: string;
}
