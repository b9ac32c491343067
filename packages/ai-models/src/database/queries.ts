import type { BrandScope } from '../context.ts';
import { AssetNotFoundError } from '../errors/index.ts';
import type { ModelType } from '../training/model-type.ts';
import { rowOf, rowsOf } from './answer.ts';
import type { Tables } from './database.types.ts';
import { type Page, type PageOptions, pageOf } from './page.ts';
import type { JobRow, JobStatus } from './training-jobs.ts';

/** A picture as its row has it. */
export type AssetRow = Tables<'brand_assets'>;

/** A job of this brand, hidden ones too; null where this caller has none of this id. */
export const findJob = ({ database, brandId }: BrandScope, jobId: string): Promise<JobRow | null> =>
  rowOf(
    database.from('lora_training_jobs').select('*').eq('brand_id', brandId).eq('id', jobId).maybeSingle(),
  );

/** Which trainings to list. */
export interface JobFilter extends PageOptions {
  /** In one of these states. Default: in any. */
  readonly statuses?: readonly JobStatus[] | undefined;
  /** Those that were deleted and can be restored, instead of the others. Default `false`. */
  readonly onlyDeleted?: boolean | undefined;
  /** Those whose name contains this, in capitals or not. Default: any. */
  readonly name?: string | undefined;
  /** Of this base model. Default: of any. */
  readonly modelType?: ModelType | undefined;
}

/** Newest first. */
export function listJobs({ database, brandId }: BrandScope, filter: JobFilter): Promise<Page<JobRow>> {
  let query = database.from('lora_training_jobs').select('*').eq('brand_id', brandId);
  query = filter.onlyDeleted ? query.not('deleted_at', 'is', null) : query.is('deleted_at', null);
  if (filter.statuses) query = query.in('status', [...filter.statuses]);
  if (filter.modelType !== undefined) query = query.eq('model_type', filter.modelType);
  if (filter.name !== undefined) query = query.ilike('name', containing(filter.name));
  return pageOf(query, filter);
}

/** A pattern for texts that hold this one. A star would stand for anything and cannot be escaped: any character does. */
const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&').replaceAll('*', '_')}%`;

/** The job that was asked for under this key by the same person, if there is one. */
export const findJobByKey = (
  { database, brandId }: BrandScope,
  { userId, key }: { userId: string | null; key: string },
): Promise<JobRow | null> => {
  const query = database
    .from('lora_training_jobs')
    .select('*')
    .eq('brand_id', brandId)
    .eq('idempotency_key', key);
  return rowOf((userId === null ? query.is('user_id', null) : query.eq('user_id', userId)).maybeSingle());
};

/** Pictures of this brand by their ids, in no order; fewer than asked for where some are not the caller's. */
export async function findAssets(
  { database, brandId }: BrandScope,
  ids: readonly string[],
): Promise<AssetRow[]> {
  const found: AssetRow[] = [];
  // An id takes 37 characters of an address, which has its limits.
  for (let index = 0; index < ids.length; index += 100) {
    const some = ids.slice(index, index + 100);
    found.push(
      ...(await rowsOf(database.from('brand_assets').select('*').eq('brand_id', brandId).in('id', some))),
    );
  }
  return found;
}

/** Pictures of this brand by their ids, all of them. @throws AssetNotFoundError, which names those that are not the caller's */
export async function getAssets(scope: BrandScope, assetIds: readonly string[]): Promise<AssetRow[]> {
  const wanted = [...new Set(assetIds)];
  const rows = await findAssets(scope, wanted);
  const found = new Set(rows.map(({ id }) => id));
  const missing = wanted.filter((id) => !found.has(id));
  if (missing.length === 0) return rows;
  throw new AssetNotFoundError({ brandId: scope.brandId, assetIds: missing });
}

/** Whether a training or a model of this brand is called by this word, as far as the caller sees. */
export async function isTriggerWordTaken({ database, brandId }: BrandScope, word: string): Promise<boolean> {
  const found = await rowsOf(
    database
      .from('lora_training_jobs')
      .select('id')
      .match({ brand_id: brandId, trigger_word: word })
      .limit(1),
  );
  return found.length > 0;
}
