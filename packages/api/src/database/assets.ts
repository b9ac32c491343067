import { AiModelsError, AssetNotFoundError } from '@act/ai-models';
import { type AssetType, assetTypes, pageOf, rejections } from '@act/ai-models/schemas';
import { z } from 'zod';
import type { InBrand } from './in-brand.ts';
import { read } from './read.ts';

export const assetStatuses = ['received', 'ready', 'rejected'] as const;

const assetRow = z.object({
  id: z.string(),
  brand_id: z.string(),
  name: z.string(),
  asset_type: z.enum(assetTypes),
  file_url: z.string(),
  thumbnail_url: z.string().nullable(),
  is_training_data: z.boolean(),
  training_caption: z.string().nullable(),
  status: z.enum(assetStatuses),
  rejection_reason: z.string().nullable(),
  content_type: z.string().nullable(),
  size_bytes: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  inspection: z.object({
    findings: z.array(z.string()).catch([]).default([]),
    // A word that this version does not know is none.
    rejection: z.enum(rejections).nullable().catch(null).default(null),
  }),
  created_at: z.string(),
});
export type AssetRow = z.output<typeof assetRow>;

export interface AssetFilter {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly statuses?: readonly (typeof assetStatuses)[number][] | undefined;
  readonly isTrainingData?: boolean | undefined;
}

/** Newest first, a page at a time. */
export async function listAssets(
  { database, brandId }: InBrand,
  { statuses, isTrainingData, ...page }: AssetFilter,
): Promise<{ rows: AssetRow[]; nextCursor: string | null }> {
  let query = database.from('brand_assets').select('*').eq('brand_id', brandId);
  if (statuses) query = query.in('status', [...statuses]);
  if (isTrainingData !== undefined) query = query.eq('is_training_data', isTrainingData);
  const { items, nextCursor } = await pageOf(query, page);
  return { rows: z.array(assetRow).parse(items), nextCursor };
}

/** @throws AssetNotFoundError also where it is another brand's */
export async function getAsset({ database, brandId }: InBrand, id: string): Promise<AssetRow> {
  const query = database.from('brand_assets').select('*').eq('brand_id', brandId).eq('id', id).maybeSingle();
  const row = await read(query, assetRow.nullable());
  if (row) return row;
  throw new AssetNotFoundError({ brandId, assetIds: [id] });
}

export interface NewAsset {
  readonly name: string;
  readonly fileUrl: string;
  readonly assetType: AssetType;
  readonly isTrainingData: boolean;
  readonly caption: string | null;
}

/** Adds the row of a file that the caller has put into storage. */
export const addAsset = ({ database, brandId }: InBrand, asset: NewAsset): Promise<AssetRow> =>
  read(
    database
      .from('brand_assets')
      .insert({
        brand_id: brandId,
        name: asset.name,
        file_url: asset.fileUrl,
        asset_type: asset.assetType,
        is_training_data: asset.isTrainingData,
        training_caption: asset.caption,
      })
      .select('*')
      .single(),
    assetRow,
  );

export interface AssetChanges {
  readonly name?: string | undefined;
  readonly caption?: string | null | undefined;
  readonly isTrainingData?: boolean | undefined;
}

/** What members may say anew about a picture. @throws AiModelsError 404 or 403 */
export async function changeAsset(
  { database, brandId }: InBrand,
  id: string,
  { name, caption, isTrainingData }: AssetChanges,
): Promise<AssetRow> {
  const changes = {
    ...(name !== undefined && { name }),
    ...(caption !== undefined && { training_caption: caption }),
    ...(isTrainingData !== undefined && { is_training_data: isTrainingData }),
  };
  const query = database.from('brand_assets').update(changes).eq('brand_id', brandId).eq('id', id);
  const row = await read(query.select('*').maybeSingle(), assetRow.nullable());
  if (row) return row;
  await getAsset({ database, brandId }, id);
  throw mayNotChange();
}

/** The ids of pictures by their files; a file without a row here has none. */
export async function findAssetIds(
  { database, brandId }: InBrand,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  // Keys are long, and an address has its limits.
  for (let index = 0; index < paths.length; index += 10) {
    const some = paths.slice(index, index + 10);
    const query = database
      .from('brand_assets')
      .select('id, file_url')
      .eq('brand_id', brandId)
      .in('file_url', some);
    const rows = await read(query, z.array(z.object({ id: z.string(), file_url: z.string() })));
    for (const { id, file_url } of rows) found.set(file_url, id);
  }
  return found;
}

const mayNotChange = () =>
  new AiModelsError({
    code: 'not_allowed',
    message: 'You may not change this picture.',
    hint: 'Members and admins of the brand may.',
  });
