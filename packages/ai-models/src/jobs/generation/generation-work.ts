import type { AiModelsContext } from '../../context.ts';
import type { GenerationRow } from '../../database/generations.ts';
import type { Lease } from '../../database/leases.ts';
import type { ImageProvider } from '../../providers/image-provider.ts';
import type { Part } from './generation-parts.ts';

/** Everything that a step needs. */
export interface GenerationWork {
  readonly context: AiModelsContext;
  readonly lease: Lease;
  readonly generation: GenerationRow;
  readonly signal: AbortSignal;
}

/** The same for one of the requests that a generation is made of. */
export interface PartWork extends GenerationWork {
  readonly provider: ImageProvider;
  readonly part: Part;
}
