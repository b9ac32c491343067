import type { WorkerWorld } from '../world/worker-world.ts';
import type { DeliveryOutcome, OpenedDelivery, SendNotice } from './delivery.ts';
import { composeMail } from './email/compose-mail.ts';
import type { MailTransport } from './mail/mail.ts';
import type { NoticeSettings } from './notice-settings.ts';
import { preparePush } from './push/send-push.ts';
import { prepareWebhook } from './webhooks/send-webhook.ts';

export interface NoticeWays
  extends Pick<NoticeSettings, 'mail' | 'push' | 'siteUrl' | 'brandSites' | 'loopbackWebhooks'> {
  readonly network: NoticeSettings['network'] | undefined;
  readonly transport: MailTransport | null;
}

/** All but the sending itself: whatever goes wrong here, nothing has left. Or what makes sending pointless. */
export async function prepareNotice(
  delivery: OpenedDelivery,
  { mail, push, loopbackWebhooks = false, network, transport, ...sites }: NoticeWays,
  { now }: Pick<WorkerWorld, 'now'>,
): Promise<SendNotice | DeliveryOutcome> {
  const siteUrl = sites.brandSites?.[delivery.brand.id] ?? sites.siteUrl;
  switch (delivery.channel) {
    case 'email': {
      if (!mail || !transport) return channelOff;
      const composed = await composeMail(delivery, { from: mail.from, siteUrl });
      return composed ? (signal) => transport.send(composed, signal) : nothingToSay;
    }
    case 'push':
      return push ? (preparePush(delivery, { push, siteUrl, network }) ?? nothingToSay) : channelOff;
    case 'webhook':
      return prepareWebhook(delivery, { network, loopbackWebhooks, now }) ?? nothingToSay;
  }
}

const channelOff: DeliveryOutcome = { outcome: 'given_up', error: 'channel_off' };
const nothingToSay: DeliveryOutcome = { outcome: 'given_up', error: 'nobody_to_tell' };
