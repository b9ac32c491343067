import type { FaultBoard } from '../faults/fault-board.ts';
import { type Memory, noMemory } from '../memory/memory.ts';
import { createFetchInput } from '../serving/fetch-input.ts';
import type { SimulatedClock } from '../time/simulated-clock.ts';
import { createWebhookSender, type WebhookDelivery } from '../webhooks/send-webhook.ts';
import { createEndpoints, type Endpoint, type EndpointOptions } from './endpoints.ts';
import type { Job } from './queue/job.ts';
import { createJobQueue } from './queue/job-queue.ts';
import { createJobStore } from './queue/job-store.ts';
import { webhooksPlace } from './queue/ring.ts';
import { createRateLimiter, type RateLimits, usualRateLimits } from './rate-limit.ts';
import { createRunpodApp } from './runpod-app.ts';
import type { RunpodParts } from './runpod-parts.ts';
import { createLoraShelf } from './worker/lora-shelf.ts';

export interface RunpodSimulatorOptions {
  clock: SimulatedClock;
  faults: FaultBoard;
  endpoints: readonly EndpointOptions[];
  /** Where it is reached from outside, such as `http://127.0.0.1:54323/runpod`; asked for when it is needed. */
  url: () => string;
  /** How it reaches what it is pointed at, webhooks included. Default: the system's. */
  fetch?: typeof globalThis.fetch;
  /** Default: RunPod's, per ten simulated seconds. */
  rateLimits?: Partial<RateLimits>;
  /** About how large trained weights are. Default 8 MB. */
  weightsBytes?: number;
  /** What outlives it: its jobs. Default: nothing does. */
  memory?: Memory;
}

export interface RunpodSimulator extends Disposable {
  /** Answers a request whose address begins with `url`; rejects where a connection is to break. */
  fetch(request: Request): Promise<Response>;
  endpoints: readonly Endpoint[];
  /** Every job that was accepted, the oldest first. Those with `isPaid` did what costs. */
  runs(): readonly Job[];
  deliveries(): WebhookDelivery[];
  loraFetches(): { url: string; count: number }[];
}

const usualWeightsBytes = 8 * 1024 * 1024;

/** RunPod's queue, with a stand-in for our image behind it. */
export function createRunpodSimulator(options: RunpodSimulatorOptions): RunpodSimulator {
  const {
    clock,
    faults,
    url,
    fetch = globalThis.fetch,
    weightsBytes = usualWeightsBytes,
    memory = noMemory,
  } = options;
  const closing = new AbortController();
  const endpoints = createEndpoints(options.endpoints);
  const parts: RunpodParts = {
    clock,
    faults,
    weightsBytes,
    jobs: createJobStore(endpoints.all, memory),
    loras: createLoraShelf(),
    webhooks: createWebhookSender({ clock, faults, fetch, place: webhooksPlace }),
    fetch: createFetchInput({ fetch }),
  };
  const queues = new Map(endpoints.all.map((endpoint) => [endpoint, createJobQueue(endpoint, parts)]));
  let app: ReturnType<typeof createRunpodApp> | null = null;
  // The path is asked for late, because a server knows its address once it listens.
  const createApp = () =>
    createRunpodApp({
      parts,
      endpoints,
      queueOf: (endpoint) => queues.get(endpoint) ?? createJobQueue(endpoint, parts),
      count: createRateLimiter(clock, { ...usualRateLimits, ...options.rateLimits }),
      basePath: new URL(url()).pathname.replace(/\/$/, ''),
      closing: closing.signal,
    });

  return {
    endpoints: endpoints.all,
    runs: () => parts.jobs.all(),
    deliveries: () => parts.webhooks.deliveries(),
    loraFetches: () => parts.loras.fetches(),
    async fetch(request) {
      // Jobs point at storage that may start after this simulator; whoever asks for them is up already.
      if (!app) for (const queue of queues.values()) queue.resume();
      app ??= createApp();
      const response = await app.fetch(request);
      response.headers.set('x-act-simulation', '1');
      return response;
    },
    [Symbol.dispose]() {
      closing.abort();
      parts.jobs.stop();
    },
  };
}
