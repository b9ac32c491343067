import { assetTypes, rejections } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { type AssetRow, assetStatuses } from '../database/assets.ts';
import { id, time } from './fields.ts';

/** A picture of a brand. */
export const assetSchema = z
  .object({
    id,
    brandId: z.string(),
    name: z.string(),
    assetType: z.enum(assetTypes),
    status: z.enum(assetStatuses).openapi({ description: '`received` until it was inspected.' }),
    rejectionReason: z.string().nullable(),
    rejectionCode: z
      .enum(rejections)
      .nullable()
      .openapi({ description: 'The same as a word for programs; null where none was noted.' }),
    findings: z
      .array(z.string())
      .readonly()
      .openapi({ description: 'What the inspection saw, such as `blurred`.' }),
    caption: z.string().nullable(),
    isTrainingData: z.boolean().openapi({ description: 'Whether it may be trained with.' }),
    fileUrl: z.string().openapi({ description: 'Bucket and key of the file.' }),
    imageUrl: z.string().openapi({
      description: 'Leads to the file, for whoever is signed in; what `imageUrls` of a training take.',
    }),
    thumbnailUrl: z.string().nullable().openapi({ description: 'Signed for five minutes.' }),
    contentType: z.string().nullable(),
    sizeBytes: z.number().nullable(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    createdAt: time,
  })
  .openapi('Asset');

export interface AssetAddresses {
  /** Where this interface is. */
  readonly own: string;
  /** Signed addresses of thumbnails, by their paths. */
  readonly signed: ReadonlyMap<string, string>;
}

export const toAsset = (row: AssetRow, { own, signed }: AssetAddresses): z.input<typeof assetSchema> => ({
  id: row.id,
  brandId: row.brand_id,
  name: row.name,
  assetType: row.asset_type,
  status: row.status,
  rejectionReason: row.rejection_reason,
  rejectionCode: row.inspection.rejection,
  findings: row.inspection.findings,
  caption: row.training_caption,
  isTrainingData: row.is_training_data,
  fileUrl: row.file_url,
  imageUrl: `${own}/assets/${row.id}/file`,
  thumbnailUrl: row.thumbnail_url === null ? null : (signed.get(row.thumbnail_url) ?? null),
  contentType: row.content_type,
  sizeBytes: row.size_bytes,
  width: row.width,
  height: row.height,
  createdAt: row.created_at,
});
