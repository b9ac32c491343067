import type { AiModelsContext } from '../context.ts';
import { rowOf, rowsOf } from './answer.ts';

/** The right to move one piece of work, until it is lost or given back. */
export interface Lease {
  /** The training or the generation. */
  readonly workId: string;
  /** Every change names it: whoever holds an older one changes nothing. */
  readonly fence: number;
}

/** Claims one training or generation; null while somebody else holds it, or where it is not this brand's. */
export async function takeLease(
  { database, workerName }: Pick<AiModelsContext, 'database' | 'workerName'>,
  workId: string,
  seconds: number,
): Promise<Lease | null> {
  const fence = await rowOf(database.rpc('take_lease', { work_id: workId, worker: workerName, seconds }));
  return fence === null ? null : { workId, fence };
}

/** False when it was lost. */
export const extendLease = (
  { database }: Pick<AiModelsContext, 'database'>,
  { workId, fence }: Lease,
  seconds: number,
): Promise<boolean> => rowsOf(database.rpc('extend_lease', { work_id: workId, fence, seconds }));

/** Gives it back, and says when the work is to be looked at again; null: when something rings. */
export const releaseLease = (
  { database }: Pick<AiModelsContext, 'database'>,
  { workId, fence }: Lease,
  nextLook: Date | null,
): Promise<boolean> =>
  rowsOf(
    database.rpc('release_lease', {
      work_id: workId,
      fence,
      ...(nextLook && { next_at: nextLook.toISOString() }),
    }),
  );
