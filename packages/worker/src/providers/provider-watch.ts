import { ProviderError, type ProviderId } from '@act/ai-models/providers';

/** How each provider was when it was last asked for something. */
export type ProviderStates = Readonly<Record<string, 'ready' | 'away'>>;

/** Hears how calls to providers end, and knows by it which of them are away. */
export interface ProviderWatch {
  /** A call has ended, with this error or with none. */
  heard(provider: ProviderId, error: unknown): void;
  states(): ProviderStates;
}

/** As long as there is work it is asked more often than that; where there is none, nobody knows. */
const forgottenMs = 10 * 60_000;

export function createProviderWatch(now: () => Date): ProviderWatch {
  const awaySince = new Map<ProviderId, number>();
  const known = new Set<ProviderId>();
  return {
    heard(provider, error) {
      const failure = ProviderError.isInstance(error) ? error.failure : null;
      if (failure === 'stopped') return;
      known.add(provider);
      // A refusal is an answer.
      if (failure === 'unavailable' || failure === 'unreachable') awaySince.set(provider, now().getTime());
      else awaySince.delete(provider);
    },
    states: () => {
      const isAway = (provider: ProviderId) =>
        now().getTime() - (awaySince.get(provider) ?? Number.NEGATIVE_INFINITY) < forgottenMs;
      return Object.fromEntries(
        [...known].sort().map((provider) => [provider, isAway(provider) ? 'away' : 'ready']),
      );
    },
  };
}
