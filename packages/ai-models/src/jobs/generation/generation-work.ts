import type { AiModelsContext } from '../../context.ts';
import type { GenerationRow } from '../../database/generations.ts';
import type { Lease } from '../../database/leases.ts';

/** Everything that a step needs. */
export interface GenerationWork {
  readonly context: AiModelsContext;
  readonly lease: Lease;
  readonly generation: GenerationRow;
  readonly signal: AbortSignal;
}
