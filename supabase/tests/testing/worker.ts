import { connect, type TestStack } from '@act/local-stack/testing';
import type { SupabaseClient } from '@supabase/supabase-js';

export interface Claim extends Record<string, unknown> {
  kind: 'training' | 'generation';
  brand_id: string;
  work_id: string;
  fence: string;
}

/** Asks as the worker's login would, which may do nothing else. */
export async function asWorker<Row extends Record<string, unknown>>(
  { database }: TestStack,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  await using client = await connect(database.superuser);
  await client.query('set role act_worker');
  return (await client.query<Row>(sql, values)).rows;
}

/** Claims the next piece of work, of whatever lane. */
export async function claim(stack: TestStack, worker = 'worker-1', seconds = 60): Promise<Claim | null> {
  const [claimed] = await asWorker<Claim>(stack, 'select * from private.claim_work($1, seconds => $2)', [
    worker,
    seconds,
  ]);
  return claimed ?? null;
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

/** Calls a function as the worker's login, which may do nothing else. */
export async function callAsWorker<Row extends Record<string, unknown>>(
  { database }: TestStack,
  name: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  await using client = await connect(database.superuser);
  await client.query('set role act_worker');
  const places = values.map((_, index) => `$${index + 1}`).join(', ');
  return (await client.query<Row>(`select * from private.${name}(${places})`, [...values])).rows;
}
