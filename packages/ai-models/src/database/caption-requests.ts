import type { BrandScope } from '../context.ts';
import { rowOf, rowsOf } from './answer.ts';
import type { Tables } from './database.types.ts';
import type { Lease } from './leases.ts';
import { type Page, type PageOptions, pageOf } from './page.ts';

/** A wish for a caption, as its row has it. */
export type CaptionRequestRow = Tables<'caption_requests'>;

/** What a person may say of a wish for a caption. */
export interface CaptionWish {
  /** The picture. */
  readonly asset_id: string;
  /** What the caption begins with. */
  readonly prefix?: string;
  /** Whether it may take the place of one that is there. */
  readonly overwrite: boolean;
  /** The same in all rows of one wish. */
  readonly idempotency_key?: string;
  /** What was asked for under the key. */
  readonly wish_hash?: string;
}

/** Asks for captions; those that are asked for already are passed over. Gives the new ones. */
export const insertCaptionRequests = (
  { database, brandId }: BrandScope,
  wishes: readonly CaptionWish[],
): Promise<CaptionRequestRow[]> =>
  rowsOf(
    database
      .from('caption_requests')
      .insert(wishes.map((wish) => ({ ...wish, brand_id: brandId })))
      .select('*'),
  );

/** What the same person asked for under this key; nothing where they did not. */
export const listCaptionRequestsByKey = (
  { database, brandId }: BrandScope,
  { userId, key }: { userId: string; key: string },
): Promise<CaptionRequestRow[]> =>
  rowsOf(
    database
      .from('caption_requests')
      .select('*')
      .eq('brand_id', brandId)
      .eq('asked_by', userId)
      .eq('idempotency_key', key),
  );

/** A wish of this brand, or null. */
export const findCaptionRequest = (
  { database, brandId }: BrandScope,
  id: string,
): Promise<CaptionRequestRow | null> =>
  rowOf(database.from('caption_requests').select('*').eq('brand_id', brandId).eq('id', id).maybeSingle());

/** Which wishes to list. */
export interface CaptionRequestFilter extends PageOptions {
  /** For these pictures. Default: for all. */
  readonly assetIds?: readonly string[] | undefined;
  /** Only those that wait. Default `false`. */
  readonly onlyWaiting?: boolean | undefined;
}

/** Newest first. */
export function listCaptionRequestRows(
  { database, brandId }: BrandScope,
  filter: CaptionRequestFilter,
): Promise<Page<CaptionRequestRow>> {
  let query = database.from('caption_requests').select('*').eq('brand_id', brandId);
  if (filter.assetIds) query = query.in('asset_id', [...filter.assetIds]);
  if (filter.onlyWaiting) query = query.eq('status', 'waiting');
  return pageOf(query, filter);
}

/** Counts a request before it is sent; false where it must not be. */
export const beginCaption = (
  { database }: Pick<BrandScope, 'database'>,
  { workId, fence }: Lease,
): Promise<boolean> => rowsOf(database.rpc('begin_caption', { request_id: workId, fence }));

/** What became of a request. */
export interface CaptionOutcome {
  /** `delayed` was not sent and `refused` is unpaid: both are tried again. `unknown` is sent once more. The others are the end. */
  readonly outcome: 'completed' | 'delayed' | 'refused' | 'unknown' | 'failed';
  /** What the model said. */
  readonly caption?: string;
  /** Why there is none, for programs. */
  readonly error_code?: string;
  /** The same for people. */
  readonly error_message?: string;
  /** When to try again, as ISO 8601. */
  readonly next_at?: string;
}

/** Says what became of it; false where somebody else was faster. */
export const settleCaption = (
  { database }: Pick<BrandScope, 'database'>,
  { workId, fence }: Lease,
  outcome: CaptionOutcome,
): Promise<boolean> => rowsOf(database.rpc('settle_caption', { request_id: workId, fence, ...outcome }));
