import type { FaultBoard } from '../faults/fault-board.ts';
import type { SimulatedClock } from '../time/simulated-clock.ts';
import type { WebhookSender } from '../webhooks/send-webhook.ts';
import type { Account, Accounts } from './accounts/accounts.ts';
import type { FileStore } from './files/file-store.ts';
import type { ModelStore } from './models/model-store.ts';
import type { OutputStore } from './outputs/output-store.ts';
import type { LoraShelf } from './predictions/lora-shelf.ts';
import type { RunStore } from './runs/run-store.ts';

/** What the routes and runs of one simulator share. */
export interface ReplicateParts {
  clock: SimulatedClock;
  faults: FaultBoard;
  accounts: Accounts;
  models: ModelStore;
  runs: RunStore;
  files: FileStore;
  outputs: OutputStore;
  loras: LoraShelf;
  webhooks: WebhookSender;
  /** Where the API answers, `…/v1`; known once the simulator listens. */
  apiUrl: () => string;
  /** Opens what an account points its runs at: its own uploads, outputs, and addresses elsewhere. */
  fetchFor: (account: Account) => typeof globalThis.fetch;
  /** About how large the weights of a training are, where no fault asks for another size. */
  weightsBytes: number;
}

/** What a request under `/v1` carries. */
export interface ApiEnvironment {
  Variables: { account: Account };
}
