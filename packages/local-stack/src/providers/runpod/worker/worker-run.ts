import type { FaultBoard } from '../../faults/fault-board.ts';
import type { Sleep } from '../queue/start-paced.ts';
import type { WorkerProgress } from '../worker-contract.ts';
import type { LoraShelf } from './lora-shelf.ts';

/** What our image has around it while it does one job. */
export interface WorkerRun {
  /** RunPod's id of the job. */
  readonly id: string;
  /** Where its faults are set. */
  readonly place: string;
  readonly faults: FaultBoard;
  readonly fetch: typeof globalThis.fetch;
  readonly loras: LoraShelf;
  /** Ends whatever is under way. */
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  readonly report: (progress: WorkerProgress) => void;
  /** How many of a watcher's seconds so many simulated ones are: what a run says of the time it needs. */
  readonly onTheWall: (seconds: number) => number;
  /** Since the job began, in simulated seconds: what is paid for. */
  readonly gpuSeconds: () => number;
  /** Begun by an earlier process, whose uploads may be there. */
  readonly isResumed: boolean;
  /** That process got the lock. */
  readonly hasLock: boolean;
  /** From here on the run does what costs. */
  readonly markPaid: () => void;
  readonly weightsBytes: number;
}
