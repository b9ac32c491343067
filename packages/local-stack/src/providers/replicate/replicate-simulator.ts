import type { FaultBoard } from '../faults/fault-board.ts';
import { type Memory, noMemory } from '../memory/memory.ts';
import { createFetchInput } from '../serving/fetch-input.ts';
import type { SimulatedClock } from '../time/simulated-clock.ts';
import { createWebhookSender, type WebhookDelivery } from '../webhooks/send-webhook.ts';
import { type Account, type AccountOptions, createAccounts } from './accounts/accounts.ts';
import { createRateLimiter, type RateLimits, usualRateLimits } from './answers/rate-limit.ts';
import { signDownload } from './files/file-routes.ts';
import { createFileStore } from './files/file-store.ts';
import { createModelStore } from './models/model-store.ts';
import { createOutputStore } from './outputs/output-store.ts';
import { createLoraShelf } from './predictions/lora-shelf.ts';
import { resumeRuns } from './programs/resume-runs.ts';
import { createReplicateApp } from './replicate-app.ts';
import type { ReplicateParts } from './replicate-parts.ts';
import { webhooksPlace } from './runs/ring.ts';
import type { Run } from './runs/run.ts';
import { createRunStore } from './runs/run-store.ts';

export interface ReplicateSimulatorOptions {
  clock: SimulatedClock;
  faults: FaultBoard;
  accounts: readonly AccountOptions[];
  /** Where it is reached from outside, such as `http://127.0.0.1:54323/replicate`; asked for when it is needed. */
  url: () => string;
  /** How it reaches what it is pointed at, webhooks included. Default: the system's. */
  fetch?: typeof globalThis.fetch;
  /** Default: 600 predictions and 3,000 other requests per simulated minute. */
  rateLimits?: Partial<RateLimits>;
  /** About how large trained weights are. Default 8 MB. */
  weightsBytes?: number;
  /** What outlives it: runs, models, outputs. Default: nothing does. */
  memory?: Memory;
}

export interface ReplicateSimulator extends Disposable {
  /** Answers a request whose address begins with `url`; rejects where a connection is to break. */
  fetch(request: Request): Promise<Response>;
  accounts: readonly Account[];
  /** Every run that was accepted, the oldest first. */
  runs(): readonly Run[];
  deliveries(): WebhookDelivery[];
  loraFetches(): { url: string; count: number }[];
}

const usualWeightsBytes = 8 * 1024 * 1024;

/** Replicate's HTTP interface, with its trainings and predictions played through on a clock. */
export function createReplicateSimulator(options: ReplicateSimulatorOptions): ReplicateSimulator {
  const {
    clock,
    faults,
    url,
    fetch = globalThis.fetch,
    rateLimits,
    weightsBytes = usualWeightsBytes,
    memory = noMemory,
  } = options;
  const accounts = createAccounts(options.accounts);
  const models = createModelStore(memory);
  const outputs = createOutputStore(() => `${url()}/delivery`, memory);
  const fetchOutside = createFetchInput({ fetch });
  const closing = new AbortController();
  const parts: ReplicateParts = {
    clock,
    faults,
    models,
    outputs,
    weightsBytes,
    accounts,
    runs: createRunStore(accounts, memory),
    files: createFileStore(clock),
    loras: createLoraShelf({ models, outputs }),
    webhooks: createWebhookSender({ clock, faults, fetch, place: webhooksPlace }),
    apiUrl: () => `${url()}/v1`,
    fetchFor: (account) => async (input, init) => {
      const download = findDownload(String(input), account);
      return download ? app.fetch(new Request(download, init)) : fetchOutside(input, init);
    },
  };
  /** An upload is opened with the signature of whoever points at it: somebody else's is not there. */
  const findDownload = (address: string, account: Account): string | null => {
    const prefix = `${parts.apiUrl()}/files/`;
    if (!address.startsWith(prefix)) return null;
    const id = address.slice(prefix.length);
    const { username: owner, webhookSecret } = account;
    const expiry = String(Math.ceil(clock.now() / 1_000) + 60);
    const signature = signDownload(`${owner} ${id} ${expiry}`, webhookSecret);
    return `${prefix}${id}/download?${new URLSearchParams({ owner, expiry, signature })}`;
  };
  const limiter = createRateLimiter(clock, { ...usualRateLimits, ...rateLimits });
  const basePath = new URL(url()).pathname.replace(/\/$/, '');
  const app = createReplicateApp({ parts, limiter, basePath, closing: closing.signal });

  let hasResumed = false;

  return {
    accounts: accounts.all,
    runs: () => parts.runs.all(),
    deliveries: () => parts.webhooks.deliveries(),
    loraFetches: () => parts.loras.fetches(),
    async fetch(request) {
      // Runs point at storage that may start after this simulator; whoever asks for them is up already.
      if (!hasResumed) resumeRuns(parts);
      hasResumed = true;
      const response = await app.fetch(request);
      response.headers.set('x-act-simulation', '1');
      return response;
    },
    [Symbol.dispose]() {
      closing.abort();
      parts.runs.stop();
    },
  };
}
