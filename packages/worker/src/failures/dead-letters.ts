import { z } from 'zod';
import type { DueDatabase } from '../world/worker-world.ts';

const deadLetterRow = z
  .object({
    kind: z.enum(['training', 'generation', 'picture']),
    brand_id: z.string(),
    work_id: z.guid(),
    failures: z.number(),
    error_code: z.string(),
    first_at: z.date(),
    last_at: z.date(),
    next_try: z.date(),
  })
  .transform((row) => ({
    kind: row.kind,
    id: row.work_id,
    brandId: row.brand_id,
    failures: row.failures,
    errorCode: row.error_code,
    firstAt: row.first_at,
    lastAt: row.last_at,
    nextTry: row.next_try,
  }));

/** Work that failed so often that nobody tries it any more, until its deadline. */
export type DeadLetter = z.output<typeof deadLetterRow>;

/** The latest first, at most a hundred. */
export const listDeadLetters = (due: DueDatabase): Promise<DeadLetter[]> =>
  due.call('dead_letters', [], deadLetterRow);

/** Has one tried again as if it had never failed, or all; how many there were. */
export async function requeueDeadLetters(due: DueDatabase, id: string | null): Promise<number> {
  const [row] = await due.call('requeue', [id], z.object({ requeue: z.number() }));
  return row?.requeue ?? 0;
}
