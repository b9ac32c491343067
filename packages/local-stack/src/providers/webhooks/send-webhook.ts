import type { FaultBoard } from '../faults/fault-board.ts';
import type { SimulatedClock } from '../time/simulated-clock.ts';

/** What is signed, and what it is sent with. */
interface WebhookMessage {
  /** The same at every attempt. */
  id: string;
  timestampSeconds: number;
  body: string;
}

/** The headers a provider adds to a message, its signature among them. */
export type SignWebhook = (message: WebhookMessage) => Record<string, string>;

export interface OutgoingWebhook {
  url: string;
  id: string;
  body: string;
  /** The run it speaks of, for the list of deliveries. */
  runId: string;
  /** Such as `completed`. */
  event: string;
  sign: SignWebhook;
  /** Simulated ms before each further attempt, counted from the one before it. Empty: one attempt. */
  retryDelaysMs: readonly number[];
}

/** One attempt to deliver, as a test can look it up. */
export interface WebhookDelivery {
  id: string;
  runId: string;
  event: string;
  url: string;
  attempt: number;
  /** `lost` and `forged` come of faults. */
  outcome: 'delivered' | 'refused' | 'unreachable' | 'lost' | 'forged';
  status: number | null;
  sentAt: string;
}

export interface WebhookSenderSettings {
  clock: SimulatedClock;
  fetch: typeof globalThis.fetch;
  faults: FaultBoard;
  /** Where its faults are set, such as `replicate.webhooks`. */
  place: string;
  /** How long a receiver may take, on the wall. Default 5,000 ms. */
  timeoutMs?: number;
}

export interface WebhookSender {
  /** Settles after the first attempt; further ones are made when their time has come. */
  send(webhook: OutgoingWebhook): Promise<void>;
  deliveries(): WebhookDelivery[];
}

/** A webhook that is to be overtaken goes after the next one of its run; a last one goes after this. */
const lastHoldMs = 5_000;
const keptDeliveries = 10_000;

export function createWebhookSender(settings: WebhookSenderSettings): WebhookSender {
  const { clock, faults, place } = settings;
  const deliveries: WebhookDelivery[] = [];
  const held: { runId: string; release: () => Promise<void> }[] = [];

  const record = (delivery: WebhookDelivery): void => {
    deliveries.push(delivery);
    if (deliveries.length > keptDeliveries) deliveries.shift();
  };
  const attempt = async (webhook: OutgoingWebhook, number = 1): Promise<void> => {
    const answer = await post(webhook, settings);
    record({ ...toDelivery(webhook, clock), ...answer, attempt: number });
    const delayMs = webhook.retryDelaysMs[number - 1];
    if (answer.outcome === 'delivered' || delayMs === undefined) return;
    clock.schedule(delayMs, () => attempt(webhook, number + 1));
  };
  const sendForged = async (webhook: OutgoingWebhook, body: unknown): Promise<void> => {
    const forged = { ...webhook, id: `${webhook.id}-forged`, body: forge(webhook.body, body) };
    const { status } = await post({ ...forged, sign: signWithAnything(webhook.sign) }, settings);
    record({ ...toDelivery(forged, clock), status, outcome: 'forged' });
  };
  const hold = (webhook: OutgoingWebhook): void => {
    const release = async () => {
      const place = held.indexOf(entry);
      if (place === -1) return;
      held.splice(place, 1);
      await attempt(webhook);
    };
    const entry = { runId: webhook.runId, release };
    held.push(entry);
    if (webhook.retryDelaysMs.length > 0) clock.schedule(lastHoldMs, release);
  };

  return {
    deliveries: () => [...deliveries],
    async send(webhook) {
      if (faults.take(place, 'lose-webhook')) {
        return record({ ...toDelivery(webhook, clock), outcome: 'lost' });
      }
      const forgery = faults.take(place, 'forge-webhook');
      if (forgery) await sendForged(webhook, forgery.body);
      if (faults.take(place, 'reorder-webhooks')) return hold(webhook);
      await attempt(webhook);
      if (faults.take(place, 'duplicate-webhook')) await attempt({ ...webhook, retryDelaysMs: [] });
      for (const { release } of held.filter(({ runId }) => runId === webhook.runId)) await release();
    },
  };
}

const toDelivery = ({ id, runId, event, url }: OutgoingWebhook, clock: SimulatedClock) => ({
  id,
  runId,
  event,
  url,
  attempt: 1,
  status: null,
  sentAt: new Date(clock.now()).toISOString(),
});

/** One POST. Its answer is not read, and a redirect is an answer like any other. */
async function post(
  { url, id, body, sign }: OutgoingWebhook,
  { clock, fetch, timeoutMs = 5_000 }: WebhookSenderSettings,
): Promise<Pick<WebhookDelivery, 'outcome' | 'status'>> {
  const timestampSeconds = Math.floor(clock.now() / 1000);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign({ id, timestampSeconds, body }) },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return { outcome: response.ok ? 'delivered' : 'refused', status: response.status };
  } catch {
    return { outcome: 'unreachable', status: null };
  }
}

/** What somebody would send who wants us to believe that a run is over and its weights are elsewhere. */
function forge(body: string, wanted: unknown): string {
  if (wanted !== undefined) return JSON.stringify(wanted);
  const told: unknown = JSON.parse(body);
  return JSON.stringify({
    ...(typeof told === 'object' ? told : {}),
    status: 'succeeded',
    output: { weights: 'https://forged.invalid/weights.tar' },
  });
}

/** A signature of the right form for another message. */
const signWithAnything =
  (sign: SignWebhook): SignWebhook =>
  (message) =>
    sign({ ...message, body: 'something else' });
