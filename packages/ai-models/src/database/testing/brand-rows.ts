import { randomUUID } from 'node:crypto';
import { connect, demoPeople, type TestStack } from '@act/local-stack/testing';
import { brand } from '../../node/testing/brand-context.ts';

/** What a row of a test says that is not the same for all. */
export interface RowChanges {
  readonly brandId?: string;
  /** Default: now, the same for all that are added together. */
  readonly createdAt?: string;
  readonly status?: string;
}

/** Adds rows past triggers and limits, as no caller can: without files, at any time, in any state. Gives their ids. */
async function addRows(
  { database }: TestStack,
  count: number,
  insert: string,
  values: readonly unknown[],
): Promise<string[]> {
  await using client = await connect(database.superuser);
  await client.query('set session_replication_role = replica');
  const ids = Array.from({ length: count }, () => randomUUID());
  await client.query(insert, [ids, ...values]);
  return ids;
}

const now = () => new Date().toISOString();

/** Pictures that the whole brand may see. */
export const addAssetRows = (
  stack: TestStack,
  count: number,
  { brandId = brand, createdAt = now(), status = 'ready' }: RowChanges = {},
): Promise<string[]> =>
  addRows(
    stack,
    count,
    `insert into public.brand_assets (id, brand_id, visibility, name, file_url, status, created_at)
     select id, $2, 'brand', 'picture', 'training-data/' || $2 || '/' || id || '.png', $3, $4 from unnest($1::uuid[]) as id`,
    [brandId, status, createdAt],
  );

/** Trainings of a member, which the whole brand may see. */
export const addJobRows = (
  stack: TestStack,
  count: number,
  { brandId = brand, createdAt = now(), status = 'pending' }: RowChanges = {},
): Promise<string[]> =>
  addRows(
    stack,
    count,
    `insert into public.lora_training_jobs (id, brand_id, user_id, visibility, name, model_type, training_asset_ids, status, created_at)
     select id, $2, $5, 'brand', 'job', 'flux', array[id], $3, $4 from unnest($1::uuid[]) as id`,
    [brandId, status, createdAt, demoPeople.ctMember.id],
  );

/** Generations of a member, which the whole brand may see, of a model that was deleted. */
export const addGenerationRows = (
  stack: TestStack,
  count: number,
  { brandId = brand, createdAt = now(), status = 'completed' }: RowChanges = {},
): Promise<string[]> =>
  addRows(
    stack,
    count,
    `insert into public.generations (id, brand_id, user_id, visibility, model_id, prompt, status, error_code, created_at)
     select id, $2, $5, 'brand', gen_random_uuid(), 'a cup', $3, case when $3 = 'failed' then 'run_failed' end, $4 from unnest($1::uuid[]) as id`,
    [brandId, status, createdAt, demoPeople.ctMember.id],
  );
