import type { AiModelsContext } from '../context.ts';
import { findAsset, type InspectedAsset, recordInspection } from '../database/brand-assets.ts';
import type { AssetRow } from '../database/queries.ts';
import { AiModelsError, AssetNotFoundError } from '../errors/index.ts';
import { inspectPicture } from '../node/inspect-picture.ts';
import type { InspectionResult, ReadyPicture, RejectedPicture } from '../node/inspection-result.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { bucketLimits } from '../storage/bucket-limits.ts';
import { getObject } from '../storage/object-files.ts';
import { readWhole } from '../storage/read-bytes.ts';
import { parseRowPath, toRowPath } from '../storage/storage-paths.ts';
import {
  addInspectedFiles,
  type InspectedFiles,
  removeReplacedFile,
  removeUnusedFiles,
} from './inspected-files.ts';

/** What an inspection came to. */
export interface AssetInspection {
  /** The picture. */
  readonly assetId: string;
  /** What it is now; only `ready` pictures train. */
  readonly status: 'ready' | 'rejected';
  /** For the person who uploaded it; null where it is ready. */
  readonly rejectionReason: string | null;
  /** Somebody else, or an earlier call, had done it. */
  readonly wasDone: boolean;
}

const maximumBytes = bucketLimits['training-data'];

/**
 * Looks into an uploaded picture and makes it `ready` or `rejected`. As system. Several may do it at once, and again
 * after a crash: files are added under keys that follow from the picture, the row changes once, and only then is the
 * first file removed.
 * @throws AssetNotFoundError
 */
export async function inspectAsset(
  context: AiModelsContext,
  assetId: string,
  { signal }: Stoppable = {},
): Promise<AssetInspection> {
  const row = await findAsset(context, assetId);
  if (!row) throw new AssetNotFoundError({ brandId: context.brandId, assetIds: [assetId] });
  if (row.status !== 'received') return finish(context, row, { wasDone: true });
  const result = await inspectFile(context, row, signal);
  const wasDone = !(await writeResult(context, row, result, signal));
  const written = await findAsset(context, assetId);
  if (!written) throw new AssetNotFoundError({ brandId: context.brandId, assetIds: [assetId] });
  return finish(context, written, { wasDone });
}

async function inspectFile(
  { files }: AiModelsContext,
  row: AssetRow,
  signal: AbortSignal | undefined,
): Promise<InspectionResult> {
  try {
    const response = await getObject(files, parseRowPath(row.file_url), { signal });
    const claimedType = response.headers.get('content-type')?.split(';')[0] ?? null;
    const bytes = await readWhole(response.body, { maximumBytes, tooLong, signal });
    return await inspectPicture(bytes, { claimedType, maximumBytes });
  } catch (error) {
    if (!AiModelsError.isInstance(error, 'file_not_found', 'path_invalid')) throw error;
    return { outcome: 'rejected', rejection: 'file_missing', message: 'The file is not there.' };
  }
}

const tooLong = () =>
  new AiModelsError({ code: 'storage_failed', message: 'A file is larger than its bucket takes.' });

/** False where somebody else was faster, or the row is gone. */
async function writeResult(
  context: AiModelsContext,
  row: AssetRow,
  result: InspectionResult,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (result.outcome === 'rejected') return recordInspection(context, row, toRejectedAsset(result));
  const files = await addInspectedFiles(context, row, result, signal);
  const isWritten = await recordInspection(context, row, toReadyAsset(row, result, files));
  if (!isWritten) await removeUnusedFiles(context, files, await findAsset(context, row.id));
  return isWritten;
}

const toRejectedAsset = ({ rejection, message }: RejectedPicture): InspectedAsset => ({
  status: 'rejected',
  rejection_reason: message,
  inspection: { rejection },
});

const toReadyAsset = (
  { file_url }: AssetRow,
  picture: ReadyPicture,
  { copy, thumbnail }: InspectedFiles,
): InspectedAsset => ({
  status: 'ready',
  file_url: copy ? toRowPath('training-data', copy) : file_url,
  thumbnail_url: toRowPath('training-data', thumbnail),
  content_type: picture.type,
  size_bytes: picture.sizeBytes,
  width: picture.width,
  height: picture.height,
  sha256: picture.sha256,
  perceptual_hash: picture.perceptualHash,
  inspection: {
    ...picture.measures,
    findings: [...picture.findings],
    changes: [...picture.changes],
    // Until it is removed: whoever finds a path here removes the file.
    replaced: copy ? file_url : null,
  },
});

async function finish(
  context: AiModelsContext,
  row: AssetRow,
  { wasDone }: { wasDone: boolean },
): Promise<AssetInspection> {
  const { id: assetId, status, rejection_reason: rejectionReason } = row;
  if (status !== 'ready' && status !== 'rejected') {
    throw new AiModelsError({
      code: 'conflict',
      message: `Picture ${assetId} was changed while it was inspected.`,
      hint: 'Inspect it again.',
      retryable: true,
    });
  }
  await removeReplacedFile(context, row);
  return { assetId, status, rejectionReason, wasDone };
}
