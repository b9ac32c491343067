import { type Network, type PostOutcome, postToPublicUrl } from '@act/ai-models/node';
import webPush from 'web-push';
import { readBrandSettings } from '../brand-settings.ts';
import type { DeliveryOutcome, OpenedDelivery, SendNotice } from '../delivery.ts';
import { linkTo, siteOf } from '../notice-links.ts';
import type { PushSettings } from '../notice-settings.ts';
import { noticeWords } from '../words/notice-words.ts';

export interface PushOptions {
  readonly push: PushSettings;
  readonly siteUrl: string;
  readonly network: Network | undefined;
}

/** After a day nobody needs to be told any more. */
const livesSeconds = 86_400;

/**
 * A notice for a browser, encrypted for it alone; null where there is nothing that this version could say. It holds a title
 * without names and a link: a lock screen is everybody's to read.
 */
export function preparePush(
  delivery: OpenedDelivery,
  { push, siteUrl, network }: PushOptions,
): SendNotice | null {
  const { notice, person } = delivery;
  const settings = readBrandSettings(delivery.brand);
  const words = noticeWords[person?.language ?? settings.language].tell(notice);
  if (!words || !delivery.push) return null;
  const { endpoint, publicKey, authSecret } = delivery.push;
  const link = linkTo(siteOf(settings, siteUrl), delivery.brand.id, notice);
  const request = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh: publicKey, auth: authSecret } },
    JSON.stringify({ title: words.title, link, tag: notice.id }),
    {
      vapidDetails: { ...push },
      TTL: livesSeconds,
      // One that comes again takes the place of the first.
      topic: notice.id.replaceAll('-', ''),
    },
  );
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return async (signal) =>
    toOutcome(await postToPublicUrl(endpoint, { headers, body: request.body ?? '', signal }, network));
}

function toOutcome(answer: PostOutcome): DeliveryOutcome {
  if (answer.kind === 'refused') return { outcome: 'gone', error: 'address_not_public' };
  if (answer.kind === 'unanswered')
    return { outcome: 'failed', error: `push_${answer.reason.toLowerCase()}` };
  const { status, retryAfterSeconds } = answer;
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  const error = `status_${status}`;
  if (status === 404 || status === 410) return { outcome: 'gone', error };
  if (status === 413) return { outcome: 'given_up', error };
  return { outcome: 'failed', error, retryAfterSeconds };
}
