import { z } from 'zod';
import { pickSettings, type Settings } from '../pick-settings.ts';
import { SettingError } from '../setting-error.ts';
import { isLoopback } from './is-loopback.ts';
import type { MailSettings, NoticeSettings, PushSettings } from './notice-settings.ts';

const key = (length: number) =>
  z
    .string()
    .regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`), 'Make a pair with `npx web-push generate-vapid-keys`.');

const siteSchema = z.url({ protocol: /^https?$/ });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** What may be set in the environment for notices. */
const noticeEnvironmentSchema = z.object({
  /** How mail leaves. */
  ACT_SMTP_URL: z
    .url({ protocol: /^(smtps?|http)$/, error: 'Write it as smtps://user:password@mail.example.com.' })
    .refine((url) => !url.startsWith('http:') || isLoopback(new URL(url).hostname), {
      error: 'Only the outbox of the embedded world, on this machine, is given as http.',
    })
    .optional(),
  /** The address that mails come from. */
  ACT_MAIL_FROM: z.email('Use a plain address, such as notices@example.com.').optional(),
  ACT_VAPID_PUBLIC_KEY: key(87).optional(),
  ACT_VAPID_PRIVATE_KEY: key(43).optional(),
  /** Whom a push service can turn to. Default: the address that mails come from. */
  ACT_VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:|https:\/\/)\S+$/, 'Use mailto: or https:.')
    .optional(),
  /** `on` calls webhooks on this machine too, for an embedded world that has its receivers beside it. */
  ACT_LOOPBACK_WEBHOOKS: z.enum(['on', 'off'], { error: 'Use on or off.' }).optional(),
  /** Where links lead for brands without a host of their own. */
  ACT_SITE_URL: siteSchema.optional(),
  /** Where they lead for single brands, as JSON: `{"acme": "https://studio.acme.example"}`. */
  ACT_BRAND_SITES: z
    .string()
    .transform((text, context) => {
      const sites = z.record(z.string(), siteSchema).safeParse(parseJson(text));
      if (sites.success) return sites.data;
      context.addIssue({
        code: 'custom',
        message: 'Use JSON: the address of a site for each id of a brand.',
      });
      return z.NEVER;
    })
    .optional(),
});
type NoticeEnvironment = z.output<typeof noticeEnvironmentSchema>;

/** How notices leave, from settings by name. @throws SettingError which names the variable */
export function readNoticeSettings(settings: Settings = process.env): NoticeSettings {
  const given = pickSettings(settings, noticeEnvironmentSchema.keyof().options);
  const result = noticeEnvironmentSchema.safeParse(given);
  if (!result.success) {
    // Names only: an address of a mail server holds its password.
    const [issue] = result.error.issues;
    throw new SettingError(`${String(issue?.path[0])} cannot be used. ${issue?.message ?? ''}`);
  }
  const loopbackWebhooks = result.data.ACT_LOOPBACK_WEBHOOKS === 'on';
  // What brands ask for must not reach the inside of a hosted project's network.
  if (loopbackWebhooks && !isLoopback(URL.parse(settings.SUPABASE_URL ?? '')?.hostname ?? '')) {
    throw new SettingError(
      'ACT_LOOPBACK_WEBHOOKS cannot be on here. It is for a project that runs on this machine itself.',
    );
  }
  return {
    loopbackWebhooks,
    mail: toMail(result.data),
    push: toPush(result.data),
    siteUrl: result.data.ACT_SITE_URL ?? 'http://127.0.0.1:3000',
    brandSites: result.data.ACT_BRAND_SITES ?? {},
  };
}

function toMail({ ACT_SMTP_URL: url, ACT_MAIL_FROM: from }: NoticeEnvironment): MailSettings | null {
  if (url === undefined) return null;
  if (from === undefined)
    throw new SettingError('ACT_MAIL_FROM is not set. Set it to the address that mails come from.');
  return { url, from };
}

function toPush(environment: NoticeEnvironment): PushSettings | null {
  const {
    ACT_VAPID_PUBLIC_KEY: publicKey,
    ACT_VAPID_PRIVATE_KEY: privateKey,
    ACT_MAIL_FROM: from,
  } = environment;
  if (publicKey === undefined && privateKey === undefined) return null;
  if (publicKey === undefined || privateKey === undefined) {
    throw new SettingError(
      'ACT_VAPID_PUBLIC_KEY and ACT_VAPID_PRIVATE_KEY are a pair. Set both, or neither.',
    );
  }
  const subject = environment.ACT_VAPID_SUBJECT ?? (from === undefined ? undefined : `mailto:${from}`);
  if (subject === undefined) {
    throw new SettingError('ACT_VAPID_SUBJECT is not set. Set it to mailto: and an address that is read.');
  }
  return { publicKey, privateKey, subject };
}
