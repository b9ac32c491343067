import { randomUUID } from 'node:crypto';
import { connect, demoPeople, type TestStack } from '@act/local-stack/testing';
import { brand } from '../../node/testing/brand-context.ts';

/** What a row of a test says that is not the same for all. */
export interface RowChanges {
  readonly brandId?: string;
  /** Default: now, the same for all that are added together. */
  readonly createdAt?: string;
  readonly status?: string;
  /** Of a training. */
  readonly name?: string;
  readonly modelType?: string;
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
  {
    brandId = brand,
    createdAt = now(),
    status = 'pending',
    name = 'job',
    modelType = 'flux',
  }: RowChanges = {},
): Promise<string[]> =>
  addRows(
    stack,
    count,
    `insert into public.lora_training_jobs (id, brand_id, user_id, visibility, name, model_type, training_asset_ids, status, created_at)
     select id, $2, $5, 'brand', $6, $7, array[id], $3, $4 from unnest($1::uuid[]) as id`,
    [brandId, status, createdAt, demoPeople.ctMember.id, name, modelType],
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

/** Models of a brand, each in its first version, which the whole brand may see; by their names. */
export const addModelRows = async (stack: TestStack, names: readonly string[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const name of names) {
    ids.push(
      ...(await addRows(
        stack,
        1,
        `insert into public.brand_models (id, brand_id, user_id, visibility, name, version, base_model, path, sha256, size_bytes, rank)
         select id, $2, $4, 'brand', $3, 1, 'flux', 'models/' || $2 || '/' || $3 || '-v1.safetensors', repeat('a', 64), 1, 16 from unnest($1::uuid[]) as id`,
        [brand, name, demoPeople.ctMember.id],
      )),
    );
  }
  return ids;
};

/** The first picture of a generation, without its file. */
export const addImageRow = (
  stack: TestStack,
  generationId: string,
  { seed, isStarred = false }: { readonly seed: number; readonly isStarred?: boolean },
): Promise<string[]> =>
  addRows(
    stack,
    1,
    `insert into public.generation_images (id, brand_id, user_id, visibility, generation_id, position, path, content_type, seed, is_starred)
     select id, $2, $3, 'brand', $4, 0, 'generated-content/' || $2 || '/' || id || '.png', 'image/png', $5, $6 from unnest($1::uuid[]) as id`,
    [brand, demoPeople.ctMember.id, generationId, seed, isStarred],
  );
