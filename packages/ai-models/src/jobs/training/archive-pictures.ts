import type { AiModelsContext } from '../../context.ts';
import { type AssetRow, findAssets } from '../../database/queries.ts';
import { type AiModelsError, NotReadyError } from '../../errors/index.ts';
import type { ArchivePicture } from '../../storage/datasets/training-archive.ts';
import { parseRowPath } from '../../storage/storage-paths.ts';

/** A picture that was inspected: it is known what its file is. */
export interface InspectedPicture extends ArchivePicture {
  readonly sha256: string;
}

/**
 * Pictures of this brand as an archive takes them, in one order for all, so that the same pictures make the same archive
 * however they were chosen.
 * @throws NotReadyError where one is not `ready`, or not there any more
 */
export async function getArchivePictures(
  context: AiModelsContext,
  ids: readonly string[],
  toCaption: (row: AssetRow) => string | null,
): Promise<InspectedPicture[]> {
  const rows = await findAssets(context, ids);
  const pictures = rows.flatMap((row) => toPicture(row, toCaption(row)) ?? []);
  if (pictures.length < ids.length) throw picturesMissing(ids.length - pictures.length);
  return pictures.sort((one, other) => (one.assetId < other.assetId ? -1 : 1));
}

function toPicture(row: AssetRow, caption: string | null): InspectedPicture | null {
  const { id, status, sha256, size_bytes: sizeBytes, content_type: contentType } = row;
  if (status !== 'ready' || sha256 === null || sizeBytes === null || contentType === null) return null;
  return { assetId: id, key: parseRowPath(row.file_url).key, contentType, sizeBytes, sha256, caption };
}

export const picturesMissing = (count: number): AiModelsError => {
  const message = `${count} of the pictures are not ready, or not there any more.`;
  const hint = 'Leave out pictures that are being checked, were rejected or deleted.';
  return new NotReadyError({ reasons: [{ code: 'pictures_missing', message, hint }], hint });
};
