import { listRuns, noteOutcome } from '../../database/attempts.ts';
import type { RunHandle } from '../../providers/run.ts';
import { addMilliseconds } from '../../shared/add-milliseconds.ts';
import { searchPatienceMs } from '../deadlines.ts';
import { readLock } from '../runs/delivery.ts';
import { describeRun, placeOf } from './generation-facts.ts';
import type { PartWork } from './generation-work.ts';
import { prepareCall } from './send-part.ts';

/** Our clock and the provider's may differ. */
const clockDifferenceMs = 60_000;

/** The run of a part, also where nobody had heard what became of its request; null: not known yet. */
export async function findPartRun(work: PartWork): Promise<RunHandle | 'never found' | null> {
  const { context, provider, part } = work;
  const { last } = part;
  if (last === null) return null;
  if (last.provider_job_id !== null) return { providerJobId: last.provider_job_id };
  const found = await lookForRun(work, last);
  if (found) {
    await noteOutcome(context, last, { outcome: 'accepted', handle: found });
    return found;
  }
  if (provider.afterUnknown === 'sendAgain') {
    const result = await provider.startGeneration(await prepareCall(work, last.attempt));
    await noteOutcome(context, last, result);
    if (result.outcome === 'refused') throw result.error;
    return result.outcome === 'accepted' ? result.handle : null;
  }
  const isEarly = context.now().getTime() - Date.parse(last.created_at) < searchPatienceMs;
  return isEarly ? null : 'never found';
}

/** Asks the provider, or the lock that a run of ours takes first. */
async function lookForRun(
  work: PartWork,
  { attempt, created_at }: { readonly attempt: number; readonly created_at: string },
): Promise<RunHandle | null> {
  const { context, provider, signal } = work;
  if (provider.afterUnknown !== 'look') return readLock(context, placeOf(work, attempt));
  const since = addMilliseconds(new Date(created_at), -clockDifferenceMs);
  return provider.findGeneration({
    call: await describeRun(work, attempt),
    since,
    // Somebody else may have asked for the very same pictures.
    taken: await listRuns(context, provider.id, since),
    signal,
  });
}
