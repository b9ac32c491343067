import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { recordInspection } from '../database/brand-assets.ts';
import type { Json } from '../database/database.types.ts';
import type { AssetRow } from '../database/queries.ts';
import { AiModelsError } from '../errors/index.ts';
import type { ReadyPicture } from '../node/inspection-result.ts';
import { sha256OfBytes } from '../shared/hashing/sha256-text.ts';
import { toExtension } from '../shared/picture-type.ts';
import { findObjectSize, getObject, removeObject } from '../storage/object-files.ts';
import {
  type KeyOwner,
  parseRowPath,
  type StorageKey,
  safeFileName,
  thumbnailKey,
  toRowPath,
  trainingDataKey,
} from '../storage/storage-paths.ts';
import { uploadResumable } from '../storage/uploads/resumable-upload.ts';

/** What an inspection puts beside, or in the place of, the file that came. */
export interface InspectedFiles {
  /** The clean copy; null where the first file is clean. */
  readonly copy: StorageKey | null;
  /** A small copy, as webp. */
  readonly thumbnail: StorageKey;
}

const bucket = 'training-data';

/** Writes thumbnail and clean copy. Their keys follow from the picture, so that whoever comes again finds them there. */
export async function addInspectedFiles(
  context: AiModelsContext,
  row: AssetRow,
  picture: ReadyPicture,
  signal: AbortSignal | undefined,
): Promise<InspectedFiles> {
  const owner = ownerOf(row);
  const thumbnail = thumbnailKey({ ...owner, id: row.id });
  await addFile(context, thumbnail, { content: picture.thumbnail, type: 'image/webp', signal });
  if (picture.changes.length === 0) return { copy: null, thumbnail };
  const copy = trainingDataKey({ ...owner, fileName: toCopyName(row, picture) });
  await addFile(context, copy, { content: picture.content, type: picture.type, signal });
  return { copy, thumbnail };
}

/** Removes what was written for nothing: the row is gone, or was written by somebody with other results. */
export async function removeUnusedFiles(
  context: AiModelsContext,
  { copy, thumbnail }: InspectedFiles,
  row: AssetRow | null,
): Promise<void> {
  for (const key of copy ? [copy, thumbnail] : [thumbnail]) {
    const path = toRowPath(bucket, key);
    const isUsed = row?.file_url === path || row?.thumbnail_url === path;
    if (!isUsed && row?.status !== 'received') await removeObject(context, { bucket, key });
  }
}

const replacedSchema = z.looseObject({ replaced: z.string().nullish() });

/** Removes the file that was replaced by a clean copy, as the row says until it is done. */
export async function removeReplacedFile(context: AiModelsContext, row: AssetRow): Promise<void> {
  const { data } = replacedSchema.safeParse(row.inspection);
  if (!data?.replaced || data.replaced === row.file_url) return;
  await removeObject(context, parseRowPath(data.replaced));
  const inspection: Json = { ...data, replaced: null };
  await recordInspection(context, row, { inspection });
}

/** In whose folder the picture lies. */
function ownerOf(row: AssetRow): KeyOwner {
  const folder = parseRowPath(row.file_url).key.split('/').at(1) ?? null;
  return { brandId: row.brand_id, ownerId: row.visibility === 'owner' ? folder : null };
}

function toCopyName({ id, file_url }: AssetRow, { sha256, type }: ReadyPicture): string {
  const [, readable = 'image'] =
    /([^/]*?)(-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?\.[^./]*$/.exec(file_url) ?? [];
  return safeFileName(readable, {
    id: `${id.slice(0, 8)}-${sha256.slice(0, 24)}`,
    extension: toExtension(type),
  });
}

interface NewFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly signal: AbortSignal | undefined;
}

/** What lies under such a key is from an inspection that was broken off, or nothing that we know: it is replaced. */
async function addFile(
  context: AiModelsContext,
  key: StorageKey,
  { content, type, signal }: NewFile,
): Promise<void> {
  const body = new Blob([content]);
  const upload = () =>
    uploadResumable(context.files, {
      bucket,
      key,
      contentType: type,
      sizeBytes: body.size,
      body,
      signal,
    });
  try {
    await upload();
  } catch (error) {
    if (!AiModelsError.isInstance(error, 'conflict')) throw error;
    if (await isSame(context, key, content, signal)) return;
    await removeObject(context, { bucket, key });
    await upload();
  }
}

async function isSame(
  { files }: AiModelsContext,
  key: StorageKey,
  content: Uint8Array<ArrayBuffer>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if ((await findObjectSize(files, { bucket, key }, { signal })) !== content.byteLength) return false;
  const there = await (await getObject(files, { bucket, key }, { signal })).arrayBuffer();
  return (await sha256OfBytes(new Uint8Array(there))) === (await sha256OfBytes(content));
}
