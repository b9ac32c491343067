import { setTimeout as pause } from 'node:timers/promises';

/** What a worker cannot work without. */
type Part = 'database' | 'queue' | 'storage';

/** Each resolves where its part is there. */
export type Checks = Readonly<Record<Part, (signal: AbortSignal) => Promise<void>>>;

export interface Readiness {
  readonly isReady: boolean;
  readonly parts: Readonly<Record<Part, 'ready' | 'away'>>;
}

const patienceMs = 3_000;

/** Asks each part, all at once. */
export async function checkReadiness(checks: Checks): Promise<Readiness> {
  const [database, queue, storage] = await Promise.all([
    stateOf(checks.database),
    stateOf(checks.queue),
    stateOf(checks.storage),
  ]);
  const isReady = [database, queue, storage].every((state) => state === 'ready');
  return { isReady, parts: { database, queue, storage } };
}

async function stateOf(check: Checks[Part]): Promise<'ready' | 'away'> {
  const over = new AbortController();
  const patience = pause(patienceMs, 'away' as const, { signal: over.signal });
  patience.catch(() => undefined);
  try {
    return await Promise.race([
      check(AbortSignal.timeout(patienceMs)).then(() => 'ready' as const),
      patience,
    ]);
  } catch {
    return 'away';
  } finally {
    over.abort();
  }
}
