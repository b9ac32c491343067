import { setTimeout as pause } from 'node:timers/promises';
import type { Duty } from '../duties/duty.ts';
import type { WorkerWorld } from '../world/worker-world.ts';
import {
  type DeliveryOutcome,
  deliveryClaim,
  type HeldDelivery,
  holdDelivery,
  type OpenedDelivery,
} from './delivery.ts';
import type { MailTransport } from './mail/mail.ts';
import { openTransport } from './mail/open-transport.ts';
import type { NoticeSettings } from './notice-settings.ts';
import { prepareNotice } from './prepare-notice.ts';
import { toRetryDelay } from './retry-delay.ts';

/** Longer than any try may take, with what is noted before and after. */
const leaseSeconds = 90;
const usualSlots = 4;

/**
 * Sends what people and machines are to be told: mail, browser push, webhooks. Each leaves once; where a process dies in
 * between, see the migration `send_notices` for what is repeated and what is not.
 */
export function createNoticeDuty(settings: NoticeSettings): Duty {
  let transport: MailTransport | null = null;
  return {
    name: 'notices',
    slots: settings.slots ?? usualSlots,
    everySeconds: 10,
    async doNext(world, signal, report) {
      const [claim] = await world.due.call('claim_delivery', [world.name, leaseSeconds], deliveryClaim);
      if (!claim) return false;
      report?.taken();
      if (settings.mail) transport ??= openTransport(settings.mail.url, world.fetch);
      const held = holdDelivery(world.forBrand(claim.brand_id).database, claim);
      const delivery = await held.open();
      if (!delivery) return true;
      const send = await prepareNotice(
        delivery,
        { ...settings, network: settings.network, transport },
        world,
      ).catch((error: unknown): DeliveryOutcome => {
        report?.failed(error);
        world.logger.error('a notice could not be written', { deliveryId: delivery.id, cause: error });
        return { outcome: 'failed', error: 'not_written', retryAfterSeconds: 3_600 };
      });
      if (typeof send !== 'function') {
        await settle(world, { held, delivery }, send);
      } else if (await held.begin()) {
        await settle(world, { held, delivery }, await send(signal));
      }
      return true;
    },
  };
}

async function settle(
  world: WorkerWorld,
  { held, delivery }: { readonly held: HeldDelivery; readonly delivery: OpenedDelivery },
  result: DeliveryOutcome,
): Promise<void> {
  const { outcome } = result;
  const error = 'error' in result ? result.error : null;
  const isOpen = outcome === 'failed' || outcome === 'unknown';
  const retrySeconds = isOpen
    ? toRetryDelay({
        attempts: delivery.attempts + 1,
        ageMs: world.now().getTime() - delivery.notice.createdAt.getTime(),
        retryAfterSeconds: (outcome === 'failed' ? result.retryAfterSeconds : null) ?? null,
        random: world.random,
      })
    : null;
  if (outcome !== 'sent') {
    world.logger.warn('a notice was not delivered', {
      deliveryId: delivery.id,
      channel: delivery.channel,
      outcome,
      error,
    });
  }
  await insist(() =>
    held.settle(isOpen && retrySeconds === null ? 'given_up' : outcome, error, retrySeconds),
  );
}

/** What is not noted would be sent again, so a database that is away for a moment is waited for. */
async function insist(note: () => Promise<void>): Promise<void> {
  for (let left = 5; ; left -= 1) {
    try {
      return await note();
    } catch (error) {
      if (left === 0) throw error;
      await pause(1_000);
    }
  }
}
