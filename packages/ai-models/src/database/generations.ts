import type { BrandScope } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import { rowOf, rowsOf } from './answer.ts';
import type { Json, Tables, TablesInsert } from './database.types.ts';
import { endedStatuses } from './ended-statuses.ts';
import type { Lease } from './leases.ts';
import { type Page, type PageOptions, pageOf, placeOf, toPage, usualLimit } from './page.ts';
import { leaseLost } from './training-jobs.ts';

/** A request for pictures as its row has it. */
export type GenerationRow = Tables<'generations'>;
/** A picture that was made, as its row has it. */
export type ImageRow = Tables<'generation_images'>;

const generationStatuses = ['pending', 'running', 'saving', 'completed', 'failed', 'cancelled'] as const;
/** `pending`, `running` and `saving` on its way; then `completed`, `failed` or `cancelled`. */
export type GenerationStatus = (typeof generationStatuses)[number];

/** A row's state. @throws AiModelsError `database_failed` for one that this version does not know */
export function generationStatusOf({ id, status }: Pick<GenerationRow, 'id' | 'status'>): GenerationStatus {
  const known = generationStatuses.find((one) => one === status);
  if (known) return known;
  throw new AiModelsError({
    code: 'database_failed',
    message: `Generation ${id} is in a state that this version does not know: ${status}.`,
    hint: 'Update this package.',
  });
}

/** What a move may change besides the state. */
export interface GenerationChanges {
  /** 0 to 100; never goes down, whatever is sent. */
  readonly progress?: number;
  /** Why it failed, as a word for programs. */
  readonly error_code?: string;
  /** The same as sentences for people. */
  readonly error_message?: string;
  /** Until when the new state may last, as ISO 8601. */
  readonly deadline_at?: string;
  /** Who paints it. */
  readonly provider?: string;
  /** What it cost, in US dollars. */
  readonly cost_usd?: number;
}

/** The one way in which a generation changes. Throws `lease_lost` where somebody else was faster. */
export async function moveGeneration(
  { database }: BrandScope,
  lease: Lease,
  [from, to]: readonly [string, GenerationStatus],
  changes: GenerationChanges = {},
): Promise<void> {
  const moved = await rowsOf(
    database.rpc('move_generation', {
      generation_id: lease.workId,
      fence: lease.fence,
      from_status: from,
      to_status: to,
      changes: { ...changes } as Json,
    }),
  );
  if (!moved) throw leaseLost(lease);
}

/** Asks for pictures. */
export const insertGeneration = (
  { database }: BrandScope,
  wish: TablesInsert<'generations'>,
): Promise<GenerationRow> => rowsOf(database.from('generations').insert(wish).select('*').single());

/** A generation of this brand; null where this caller has none of this id. */
export const findGeneration = (
  { database, brandId }: BrandScope,
  id: string,
): Promise<GenerationRow | null> =>
  rowOf(database.from('generations').select('*').eq('brand_id', brandId).eq('id', id).maybeSingle());

/** The one that the same person asked for under this key. */
export const findGenerationByKey = (
  { database, brandId }: BrandScope,
  { userId, key }: { userId: string | null; key: string },
): Promise<GenerationRow | null> => {
  const query = database.from('generations').select('*').eq('brand_id', brandId).eq('idempotency_key', key);
  return rowOf((userId === null ? query.is('user_id', null) : query.eq('user_id', userId)).maybeSingle());
};

/** Says that a person does not want it any more. */
export const wishToCancelGeneration = (
  { database, brandId }: BrandScope,
  id: string,
  at: Date,
): Promise<GenerationRow | null> =>
  rowOf(
    database
      .from('generations')
      .update({ cancel_requested_at: at.toISOString() })
      .eq('brand_id', brandId)
      .eq('id', id)
      .select('*')
      .maybeSingle(),
  );

/** The row of the model that paints first, also where somebody deleted theirs since; the database holds one of the two. */
export const modelRowIdOf = ({
  model_id,
  former_model,
}: Pick<GenerationRow, 'model_id' | 'former_model'>): string => model_id ?? former_model ?? '';

/** Which generations to list. */
export interface GenerationRowFilter extends PageOptions {
  /** The row of the model that paints first. */
  readonly modelRowId?: string | undefined;
  /** In one of these states. Default: in any. */
  readonly statuses?: readonly GenerationStatus[] | undefined;
  /** Asked for then or later, as ISO 8601. */
  readonly createdFrom?: string | undefined;
  /** Asked for before then, as ISO 8601. */
  readonly createdBefore?: string | undefined;
}

/** Newest first. */
export function listGenerationRows(
  { database, brandId }: BrandScope,
  filter: GenerationRowFilter,
): Promise<Page<GenerationRow>> {
  let query = database.from('generations').select('*').eq('brand_id', brandId);
  if (filter.modelRowId !== undefined) query = query.eq('model_id', filter.modelRowId);
  if (filter.statuses) query = query.in('status', [...filter.statuses]);
  if (filter.createdFrom !== undefined) query = query.gte('created_at', filter.createdFrom);
  if (filter.createdBefore !== undefined) query = query.lt('created_at', filter.createdBefore);
  return pageOf(query, filter);
}

/** Which generations to look for. */
export interface GenerationSearch extends Omit<GenerationRowFilter, 'statuses'> {
  /** All of them are looked for, each in the prompt, the models' names and the seeds. */
  readonly words: readonly string[];
  /** Only those with a picture that somebody starred. */
  readonly isStarred: boolean;
}

/** The same of those that hold some words, or a starred picture. */
export async function searchGenerationRows(
  { database, brandId }: BrandScope,
  { words, isStarred, modelRowId, createdFrom, createdBefore, limit = usualLimit, cursor }: GenerationSearch,
): Promise<Page<GenerationRow>> {
  const after = placeOf(cursor);
  const rows = await rowsOf(
    database.rpc('search_generations', {
      brand_id: brandId,
      words: [...words],
      is_starred: isStarred,
      most: limit + 1,
      ...(modelRowId !== undefined && { model_id: modelRowId }),
      ...(createdFrom !== undefined && { created_from: createdFrom }),
      ...(createdBefore !== undefined && { created_before: createdBefore }),
      ...(after && { after_created_at: after.createdAt, after_id: after.id }),
    }),
  );
  return toPage(rows, limit);
}

/** The pictures of several generations, each in order. */
export const listImages = (
  { database, brandId }: BrandScope,
  generationIds: readonly string[],
): Promise<ImageRow[]> =>
  rowsOf(
    database
      .from('generation_images')
      .select('*')
      .eq('brand_id', brandId)
      .in('generation_id', [...generationIds])
      .order('position'),
  );

/** Enters a picture that lies in our bucket; null where it was entered before. */
export async function insertImage(
  { database }: BrandScope,
  image: TablesInsert<'generation_images'>,
): Promise<ImageRow | null> {
  const entered = await rowsOf(
    database
      .from('generation_images')
      .upsert(image, { onConflict: 'brand_id,generation_id,position', ignoreDuplicates: true })
      .select('*'),
  );
  return entered[0] ?? null;
}

/** Where a generation stands in their order. */
export type GenerationPlace = Pick<GenerationRow, 'id' | 'created_at'>;

/** Generations that have ended and were asked for before a day, oldest first, starred or not. */
export const listOldGenerations = (
  { database, brandId }: BrandScope,
  { before, after, limit }: { before: Date; after?: GenerationPlace | null; limit: number },
): Promise<GenerationPlace[]> => {
  const query = database
    .from('generations')
    .select('id, created_at')
    .eq('brand_id', brandId)
    .in('status', endedStatuses)
    .lt('created_at', before.toISOString())
    .order('created_at')
    .order('id')
    .limit(limit);
  return rowsOf(
    after
      ? query.or(`created_at.gt.${after.created_at},and(created_at.eq.${after.created_at},id.gt.${after.id})`)
      : query,
  );
};

/** Deletes rows; their files are noted for removal. Says which were deleted. */
export async function removeGenerations(
  { database, brandId }: BrandScope,
  ids: readonly string[],
): Promise<string[]> {
  const removed = await rowsOf(
    database
      .from('generations')
      .delete()
      .eq('brand_id', brandId)
      .in('id', [...ids])
      .select('id'),
  );
  return removed.map(({ id }) => id);
}
