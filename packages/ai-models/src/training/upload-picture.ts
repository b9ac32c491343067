import type { AiModelsContext } from '../context.ts';
import { addAsset, type NewAsset, removeAssetOfFile } from '../database/brand-assets.ts';
import type { AssetRow } from '../database/queries.ts';
import { AiModelsError } from '../errors/index.ts';
import { pause, toAbortedError } from '../shared/pause.ts';
import { removeObject } from '../storage/object-files.ts';
import type { PictureInput } from '../storage/picture-input.ts';
import { type StorageKey, toRowPath } from '../storage/storage-paths.ts';
import {
  type AcceptedPicture,
  acceptPicture,
  newPictureKey,
  type PictureLimits,
  storePicture,
} from '../storage/upload-training-data.ts';

/** What is the same for all pictures of an upload. */
export interface UploadPlan {
  /** What the brand takes. */
  readonly limits: PictureLimits;
  /** The person in whose folder the files go; null where the brand may see them. */
  readonly folderOwnerId: string | null;
  /** What the rows say besides the file, the name and the caption. */
  readonly row: Pick<NewAsset, 'asset_type' | 'is_training_data' | 'user_id'>;
  /** Stops the upload. */
  readonly signal: AbortSignal | undefined;
}

/** One picture of an upload. */
export interface PictureToUpload {
  /** What the caller passed. */
  readonly input: PictureInput;
  /** As people call it. */
  readonly name: string;
  /** Null for none. */
  readonly caption: string | null;
}

/** File first, then its row; where either fails, or the call is aborted, neither stays. */
export async function uploadPicture(
  context: AiModelsContext,
  { limits, folderOwnerId, row, signal }: UploadPlan,
  { input, name, caption }: PictureToUpload,
): Promise<AssetRow> {
  if (signal?.aborted) throw toAbortedError(signal);
  const picture = await acceptPicture(input, { ...limits, signal });
  const key = newPictureKey(context, { name, type: picture.type, ownerId: folderOwnerId });
  const asset = { ...row, name, training_caption: caption, file_url: toRowPath('training-data', key) };
  await storeFile(context, key, { ...picture, signal });
  try {
    // Short, and not stopped half-way: whether the row is there has to be known.
    const added = await addAsset(context, asset);
    if (signal?.aborted) throw toAbortedError(signal);
    return added;
  } catch (error) {
    await undoUpload(context, key);
    throw error;
  }
}

/** A request whose end was not seen may still come to its end in storage: within moments, or not at all. */
const settlingMs = 1_000;

async function storeFile(
  context: AiModelsContext,
  key: StorageKey,
  picture: AcceptedPicture & Pick<UploadPlan, 'signal'>,
): Promise<void> {
  try {
    await storePicture(context, key, picture);
  } catch (error) {
    if (AiModelsError.isInstance(error) && (error.code === 'aborted' || error.retryable)) {
      await pause(settlingMs);
      await undoUpload(context, key);
    }
    throw error;
  }
}

/** The row first: a file without a row is tidied up some day, a row without a file is a picture that nobody can open. */
async function undoUpload(context: AiModelsContext, key: StorageKey): Promise<void> {
  try {
    await removeAssetOfFile(context, toRowPath('training-data', key));
    await removeObject(context, { bucket: 'training-data', key });
  } catch (error) {
    context.logger.warn('An upload that failed may have left a file behind.', { key, error });
  }
}
