import type { Provider } from '@act/ai-models/providers';
import { z } from 'zod';
import type { DueDatabase } from '../world/worker-world.ts';
import { boundProvider, type CallMeter, type Gates } from './bound-provider.ts';
import type { ProviderWatch } from './provider-watch.ts';
import { withRunBoard } from './run-board.ts';

export interface OpenProvidersOptions {
  readonly providers: readonly Provider[];
  readonly callsAtOnce: number;
  readonly pollIntervalMs: number;
  readonly meter: CallMeter;
  readonly watch: ProviderWatch;
  readonly due: DueDatabase;
  readonly now: () => Date;
}

/** Providers as one process asks them: so many calls at once, and one list for many runs. */
export function openProviders(options: OpenProvidersOptions): readonly Provider[] {
  const { providers, callsAtOnce, pollIntervalMs, meter, watch, due, now } = options;
  const gates: Gates = new Map();
  return providers.map((given) => {
    const provider = boundProvider(given, { most: callsAtOnce, gates, meter, watch });
    const { training } = provider;
    if (!training) return provider;
    const countOpenRuns = async () => {
      const [row] = await due.call('count_open_runs', [training.id], countRow);
      return row?.count_open_runs ?? 0;
    };
    return {
      ...provider,
      training: withRunBoard(training, { countOpenRuns, now, intervalMs: pollIntervalMs }),
    };
  });
}

// A bigint, which comes as text.
const countRow = z.object({ count_open_runs: z.coerce.number() });
