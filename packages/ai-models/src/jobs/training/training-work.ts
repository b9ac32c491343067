import type { AiModelsContext } from '../../context.ts';
import type { Lease } from '../../database/leases.ts';
import type { JobRow } from '../../database/training-jobs.ts';

/** Everything that a step needs. */
export interface TrainingWork {
  readonly context: AiModelsContext;
  readonly lease: Lease;
  readonly job: JobRow;
  readonly signal: AbortSignal;
}
