import { readBrandSettings } from '../brand-settings.ts';
import type { OpenedDelivery } from '../delivery.ts';
import type { Mail } from '../mail/mail.ts';
import { linkTo, preferencesLink, siteOf, unsubscribeLinks } from '../notice-links.ts';
import { noticeWords } from '../words/notice-words.ts';
import { toPlainName } from '../words/plain-name.ts';
import { toEmailColours } from './email-colours.ts';
import type { NoticeEmailProps } from './notice-email.tsx';

export interface ComposeMailOptions {
  /** The address that mails come from. */
  readonly from: string;
  readonly siteUrl: string;
}

/** A notice as a mail; null where there is no address to send it to, or nothing that this version could say. */
export async function composeMail(
  delivery: OpenedDelivery,
  { from, siteUrl }: ComposeMailOptions,
): Promise<Mail | null> {
  const { notice, person } = delivery;
  const settings = readBrandSettings(delivery.brand);
  const language = person?.language ?? settings.language;
  const { frame, tell } = noticeWords[language];
  const words = tell(notice);
  if (!words || !person?.email) return null;
  const brand = toPlainName(delivery.brand.name);
  const site = siteOf(settings, siteUrl);
  const unsubscribe = unsubscribeLinks(site, delivery);
  const links = {
    action: linkTo(site, delivery.brand.id, notice),
    preferences: preferencesLink(site),
    unsubscribe: unsubscribe.page,
  };
  // Loaded when there is a mail to write: it takes most of a second, and a worker may never write one.
  const [{ render }, { createElement }, { NoticeEmail }] = await Promise.all([
    import('@react-email/render'),
    import('react'),
    import('./notice-email.tsx'),
  ]);
  const html = await render(
    createElement(NoticeEmail, {
      ...{ language, brand, words, frame, links },
      colours: toEmailColours(settings.theme.light),
      radius: settings.theme.radius ?? 8,
    }),
  );
  return {
    to: person.email,
    from: { name: brand, address: from },
    subject: words.subject,
    text: toText({ brand, words, frame, links }),
    html,
    // The same for every try, so that mailboxes can tell a repetition.
    messageId: `<${delivery.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    unsubscribeUrl: unsubscribe.oneClick,
    date: notice.createdAt,
  };
}

type TextProps = Pick<NoticeEmailProps, 'brand' | 'words' | 'frame' | 'links'>;

/** The part for those who read plain text. */
function toText({ brand, words, frame, links }: TextProps): string {
  const { subject, paragraphs, action } = words;
  return [
    subject,
    ...paragraphs,
    `${frame.link(action)}\n${links.action}`,
    `--\n${frame.reason(brand)}`,
    `${frame.link(frame.preferences)}\n${links.preferences}`,
    `${frame.link(frame.unsubscribe)}\n${links.unsubscribe}`,
  ]
    .join('\n\n')
    .concat('\n');
}
