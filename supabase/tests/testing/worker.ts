import { connect, type TestStack } from '@act/local-stack/testing';
import type { SupabaseClient } from '@supabase/supabase-js';

export interface Claim {
  kind: 'training' | 'generation';
  brand_id: string;
  work_id: string;
  fence: string;
}

/** Claims the next piece of work as the worker's login would, which may do nothing else. */
export async function claim(
  { database }: TestStack,
  worker = 'worker-1',
  seconds = 60,
): Promise<Claim | null> {
  await using client = await connect(database.superuser);
  await client.query('set role act_worker');
  const { rows } = await client.query<Claim>('select * from private.claim_work($1, $2)', [worker, seconds]);
  return rows[0] ?? null;
}

/** Claims work that must be there, and speaks for its brand. */
export async function claimAs(stack: TestStack): Promise<{ claimed: Claim; system: SupabaseClient }> {
  const claimed = await claim(stack);
  if (!claimed) throw new Error('No work was due.');
  return { claimed, system: await stack.as({ system: claimed.brand_id }) };
}

/** Moves a claimed training, and says whether it moved. */
export async function move(
  system: SupabaseClient,
  { work_id, fence }: Pick<Claim, 'work_id' | 'fence'>,
  [from_status, to_status]: [string, string],
  changes: object = {},
): Promise<boolean> {
  const { data, error } = await system.rpc('move_training_job', {
    job_id: work_id,
    fence,
    from_status,
    to_status,
    changes,
  });
  if (error) throw error;
  return data;
}
