import { AiModelsError, ProviderError } from '../errors/index.ts';
import { explainFailure } from './explain-failure.ts';
import type { ProviderId, StartOutcome } from './run.ts';

/**
 * What is asked before the paid request. Whatever fails here has cost nothing, so the start was refused; what throws
 * anything else is a mistake of ours and goes on.
 */
export async function beforePaying<T>(
  providerId: ProviderId,
  prepare: () => Promise<T>,
): Promise<{ prepared: T } | { refused: StartOutcome }> {
  try {
    return { prepared: await prepare() };
  } catch (error) {
    if (ProviderError.isInstance(error)) return { refused: { outcome: 'refused', error } };
    if (!AiModelsError.isInstance(error, 'aborted')) throw error;
    return {
      refused: { outcome: 'refused', error: explainFailure('stopped', { providerId, cause: error }) },
    };
  }
}
