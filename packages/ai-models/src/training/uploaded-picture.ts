import type { AssetRow } from '../database/queries.ts';
import { AiModelsError } from '../errors/index.ts';

const pictureStatuses = ['received', 'ready', 'rejected'] as const;
/** `received` until it was inspected, then `ready` or `rejected`. */
export type PictureStatus = (typeof pictureStatuses)[number];

/** A picture of a brand, as callers get it. */
export interface UploadedPicture {
  /** Names it in every other call. */
  readonly id: string;
  /** Whose it is. */
  readonly brandId: string;
  /** As people call it. */
  readonly name: string;
  /** Bucket and key of the file; never an address. */
  readonly fileUrl: string;
  /** What is to be seen, with `[brand]` for the subject; null where nobody wrote it. */
  readonly caption: string | null;
  /** `received` until it was inspected; only `ready` pictures train. */
  readonly status: PictureStatus;
  /** When it was uploaded, as ISO 8601. */
  readonly createdAt: string;
}

/** A row as callers get it. */
export const toUploadedPicture = (row: AssetRow): UploadedPicture => ({
  id: row.id,
  brandId: row.brand_id,
  name: row.name,
  fileUrl: row.file_url,
  caption: row.training_caption,
  status: statusOf(row),
  createdAt: row.created_at,
});

function statusOf({ id, status }: AssetRow): PictureStatus {
  const known = pictureStatuses.find((one) => one === status);
  if (known) return known;
  throw new AiModelsError({
    code: 'database_failed',
    message: `Picture ${id} is in a state that this version does not know: ${status}.`,
    hint: 'Update this package.',
  });
}
