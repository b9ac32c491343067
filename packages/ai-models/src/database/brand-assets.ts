import type { AiModelsContext, BrandScope } from '../context.ts';
import { done, rowOf, rowsOf } from './answer.ts';
import type { TablesInsert, TablesUpdate } from './database.types.ts';
import type { AssetRow } from './queries.ts';

/** What pictures can be for, in `brand_assets.asset_type`. */
export const assetTypes = ['training_image', 'logo', 'product', 'photo', 'other'] as const;
/** One of `training_image`, `logo`, `product`, `photo` and `other`. */
export type AssetType = (typeof assetTypes)[number];

/** What a caller may say of a new picture; the database adds whose it is and who sees it. */
export type NewAsset = Pick<
  TablesInsert<'brand_assets'>,
  'name' | 'asset_type' | 'file_url' | 'is_training_data' | 'training_caption' | 'user_id'
>;

/** What the inspection of a picture found out. */
export type InspectedAsset = Pick<
  TablesUpdate<'brand_assets'>,
  | 'file_url'
  | 'thumbnail_url'
  | 'status'
  | 'rejection_reason'
  | 'content_type'
  | 'size_bytes'
  | 'width'
  | 'height'
  | 'sha256'
  | 'perceptual_hash'
  | 'inspection'
>;

/** Adds the row of a file that is in storage. */
export const addAsset = ({ database, brandId }: BrandScope, asset: NewAsset): Promise<AssetRow> =>
  rowsOf(
    database
      .from('brand_assets')
      .insert({ ...asset, brand_id: brandId })
      .select('*')
      .single(),
  );

/** Removes the row of a file, where there is one. */
export const removeAssetOfFile = ({ database, brandId }: BrandScope, path: string): Promise<void> =>
  done(database.from('brand_assets').delete().eq('brand_id', brandId).eq('file_url', path));

/** A picture of this brand, or null. */
export const findAsset = ({ database, brandId }: BrandScope, assetId: string): Promise<AssetRow | null> =>
  rowOf(database.from('brand_assets').select('*').eq('brand_id', brandId).eq('id', assetId).maybeSingle());

/** The newest picture that was uploaded under this name; the system finds only what the whole brand may see. */
export function findNewestAssetNamed(
  { database, brandId, actor }: BrandScope & Pick<AiModelsContext, 'actor'>,
  name: string,
): Promise<AssetRow | null> {
  const query = database.from('brand_assets').select('*').match({ brand_id: brandId, name });
  const visible = actor === 'system' ? query.eq('visibility', 'brand') : query;
  return rowOf(
    visible
      .order('created_at', { ascending: false })
      .order('id', { ascending: false })
      .limit(1)
      .maybeSingle(),
  );
}

/**
 * Pictures that may be trained with, newest first, at most 1,000. The system sees those of everybody: it gets what the
 * whole brand may see, and what is `ownerId`'s.
 */
export function listTrainableAssets(
  { database, brandId, actor }: BrandScope & Pick<AiModelsContext, 'actor'>,
  { ownerId = null }: { ownerId?: string | null } = {},
): Promise<AssetRow[]> {
  const query = database
    .from('brand_assets')
    .select('*')
    .match({ brand_id: brandId, status: 'ready', is_training_data: true });
  const isShared = 'visibility.eq.brand';
  const own = ownerId === null ? isShared : `${isShared},user_id.eq.${ownerId}`;
  const visible = actor === 'system' ? query.or(own) : query;
  return rowsOf(
    visible.order('created_at', { ascending: false }).order('id', { ascending: false }).limit(1000),
  );
}

/**
 * Pictures that the engine has to look at, the oldest first: `received` were not inspected yet, of `replaced` ones the
 * first file may lie there still.
 */
export async function listAssetIdsToInspect(
  { database, brandId }: BrandScope,
  { which, limit }: { readonly which: 'received' | 'replaced'; readonly limit: number },
): Promise<string[]> {
  const query = database.from('brand_assets').select('id').eq('brand_id', brandId);
  const chosen =
    which === 'received' ? query.eq('status', which) : query.not('inspection->>replaced', 'is', null);
  const rows = await rowsOf(chosen.order('created_at').limit(limit));
  return rows.map(({ id }) => id);
}

/** Writes what was found, if the picture still is what was looked at; false where somebody was faster. */
export async function recordInspection(
  { database, brandId }: BrandScope,
  { id, file_url, status }: Pick<AssetRow, 'id' | 'file_url' | 'status'>,
  found: InspectedAsset,
): Promise<boolean> {
  const rows = await rowsOf(
    database
      .from('brand_assets')
      .update(found)
      .eq('brand_id', brandId)
      .eq('id', id)
      .eq('file_url', file_url)
      .eq('status', status)
      .select('id'),
  );
  return rows.length > 0;
}

/** Keeps what a model said of a picture. */
export const writeCaption = (
  { database, brandId }: BrandScope,
  assetId: string,
  caption: string,
): Promise<void> =>
  done(
    database
      .from('brand_assets')
      .update({ training_caption: caption })
      .eq('brand_id', brandId)
      .eq('id', assetId),
  );
