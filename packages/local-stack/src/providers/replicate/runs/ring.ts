import { createHmac } from 'node:crypto';
import type { SignWebhook } from '../../webhooks/send-webhook.ts';
import { createRunId } from '../ids.ts';
import type { ReplicateParts } from '../replicate-parts.ts';
import type { Run, WebhookEvent } from './run.ts';
import { toRunAnswer } from './run-answer.ts';

export const webhooksPlace = 'replicate.webhooks';

/** Only the last event is repeated, for about a minute. */
const terminalRetryDelaysMs = [1_000, 3_000, 8_000, 18_000, 30_000];

/** Tells a run's webhook of an event, with the run as it is now. */
export function ring(run: Run, event: WebhookEvent, { clock, webhooks, apiUrl }: ReplicateParts): void {
  const { webhook } = run;
  if (!webhook?.events.includes(event)) return;
  const outgoing = {
    url: webhook.url,
    id: `msg_${createRunId()}`,
    runId: run.id,
    event,
    body: JSON.stringify(toRunAnswer(run, { clock, apiUrl: apiUrl() })),
    sign: signWith(run.account.webhookSecret),
    retryDelaysMs: event === 'completed' ? terminalRetryDelaysMs : [],
  };
  // By the clock, so that a clock that stands still delivers nothing behind a test's back.
  clock.schedule(0, () => webhooks.send(outgoing));
}

/** As Standard Webhooks has it: the key is what stands behind `whsec_`, in base64. */
const signWith =
  (secret: string): SignWebhook =>
  ({ id, timestampSeconds, body }) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`).digest('base64');
    return {
      'webhook-id': id,
      'webhook-timestamp': String(timestampSeconds),
      'webhook-signature': `v1,${signature}`,
    };
  };
