import type { FaultBoard } from '../faults/fault-board.ts';
import type { SimulatedClock } from '../time/simulated-clock.ts';
import type { WebhookSender } from '../webhooks/send-webhook.ts';
import type { JobStore } from './queue/job-store.ts';
import type { LoraShelf } from './worker/lora-shelf.ts';

/** What the routes, queues and workers of one simulator share. */
export interface RunpodParts {
  clock: SimulatedClock;
  faults: FaultBoard;
  jobs: JobStore;
  loras: LoraShelf;
  webhooks: WebhookSender;
  /** How workers reach what they are pointed at. */
  fetch: typeof globalThis.fetch;
  /** About how large the weights of a training are, where no fault asks for another size. */
  weightsBytes: number;
}
