import { setTimeout as pause } from 'node:timers/promises';
import type { ProviderStates } from '../providers/provider-watch.ts';

/** What a worker cannot work without. */
type Part = 'database' | 'queue' | 'storage';
type PartState = 'ready' | 'away';

/** Each resolves where its part is there. */
type Checks = Readonly<Record<Part, (signal: AbortSignal) => Promise<void>>>;

export interface Readiness {
  readonly isReady: boolean;
  readonly parts: Readonly<Record<Part, PartState>>;
  readonly providers: ProviderStates;
}

export interface ReadinessOptions {
  readonly checks: Checks;
  /** As their last answers have shown them: whether one is there is not worth a call of its own. */
  readonly providers: () => ProviderStates;
  /** How long a part has for its answer. Default 3,000. */
  readonly patienceMs?: number;
  /** How long an answer is good for. Default 1,000. */
  readonly rememberedForMs?: number;
}

/**
 * Asks each part, all at once. Whoever asks, and however often: a part has one question at a time, and the answer is good
 * for a while.
 */
export function createReadiness(options: ReadinessOptions): () => Promise<Readiness> {
  const { checks, providers, patienceMs = 3_000, rememberedForMs = 1_000 } = options;
  const ask = {
    database: asker(checks.database, patienceMs),
    queue: asker(checks.queue, patienceMs),
    storage: asker(checks.storage, patienceMs),
  };
  const askAll = async () => {
    const [database, queue, storage] = await Promise.all([ask.database(), ask.queue(), ask.storage()]);
    return { database, queue, storage };
  };
  let last: { readonly answer: ReturnType<typeof askAll>; until: number } | null = null;

  return async () => {
    if (!last || performance.now() > last.until) {
      const asked = { answer: askAll(), until: Number.POSITIVE_INFINITY };
      last = asked;
      await asked.answer;
      asked.until = performance.now() + rememberedForMs;
    }
    const states = await last.answer;
    const vendors = providers();
    const isReady = [...Object.values(states), ...Object.values(vendors)].every((state) => state === 'ready');
    return { isReady, parts: states, providers: vendors };
  };
}

/** A question that has not been answered in time stays the only one. */
function asker(check: Checks[Part], patienceMs: number): () => Promise<PartState> {
  let asked: Promise<PartState> | null = null;
  return async () => {
    asked ??= check(AbortSignal.timeout(patienceMs))
      .then(
        () => 'ready' as const,
        () => 'away' as const,
      )
      .finally(() => {
        asked = null;
      });
    const over = new AbortController();
    const patience = pause(patienceMs, 'away' as const, { signal: over.signal });
    patience.catch(() => undefined);
    const state = await Promise.race([asked, patience]);
    over.abort();
    return state;
  };
}
