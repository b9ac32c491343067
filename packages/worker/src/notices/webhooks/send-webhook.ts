import { isOnThisMachine, type Network, type PostOutcome, postToPublicUrl } from '@act/ai-models/node';
import { Webhook } from 'standardwebhooks';
import type { DeliveryOutcome, OpenedDelivery, SendNotice } from '../delivery.ts';
import { postToLoopback } from './post-to-loopback.ts';

/** The body of every webhook, as Standard Webhooks asks for it. */
interface WebhookBody {
  /** What happened: `training.completed`. */
  readonly type: string;
  /** When it happened, in ISO 8601; the same in every repetition. */
  readonly timestamp: string;
  readonly data: {
    readonly brandId: string;
    /** Of trainings. */
    readonly jobId?: string;
    /** Of generations. */
    readonly generationId?: string;
    /** Names and counts, by kind. */
    readonly [fact: string]: unknown;
  };
}

interface WebhookWays {
  readonly network: Network | undefined;
  readonly loopbackWebhooks: boolean;
  readonly now: () => Date;
}

/** A call that the receiver can check and tell from a repetition: `webhook-id` is the same in every try. */
export function prepareWebhook(
  delivery: OpenedDelivery,
  { network, loopbackWebhooks, now }: WebhookWays,
): SendNotice | null {
  const { webhook } = delivery;
  if (!webhook) return null;
  const id = `msg_${delivery.id}`;
  const body = JSON.stringify(toBody(delivery));
  return async (signal) => {
    const sentAt = now();
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'act-webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(webhook.secret).sign(id, sentAt, body),
    };
    const post = { headers, body, signal };
    return toOutcome(
      loopbackWebhooks && isOnThisMachine(webhook.address)
        ? await postToLoopback(webhook.address, post)
        : await postToPublicUrl(webhook.address, post, network),
    );
  };
}

function toBody({ notice, brand }: OpenedDelivery): WebhookBody {
  const { kind, facts, jobId, generationId, createdAt } = notice;
  return {
    type: kind,
    timestamp: createdAt.toISOString(),
    data: {
      ...facts,
      brandId: brand.id,
      ...(jobId !== null && { jobId }),
      ...(generationId !== null && { generationId }),
    },
  };
}

function toOutcome(answer: PostOutcome): DeliveryOutcome {
  if (answer.kind === 'refused') return { outcome: 'given_up', error: 'address_not_public' };
  // It may have been heard: the receiver tells a repetition by its id.
  if (answer.kind === 'unanswered')
    return { outcome: 'failed', error: `webhook_${answer.reason.toLowerCase()}` };
  const { status, retryAfterSeconds } = answer;
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  if (status === 410) return { outcome: 'gone', error: 'status_410' };
  return { outcome: 'failed', error: `status_${status}`, retryAfterSeconds };
}
