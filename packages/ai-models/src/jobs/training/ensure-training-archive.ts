import type { AiModelsContext } from '../../context.ts';
import { findJob } from '../../database/queries.ts';
import {
  type DatasetRow,
  ensureDataset,
  findDataset,
  noteArchive,
} from '../../database/training-datasets.ts';
import type { JobRow } from '../../database/training-jobs.ts';
import { AiModelsError, TrainingJobNotFoundError } from '../../errors/index.ts';
import type { Stoppable } from '../../shared/stoppable.ts';
import { bucketLimits } from '../../storage/bucket-limits.ts';
import { type DatasetItem, hashDataset, parseItems } from '../../storage/datasets/dataset-hash.ts';
import {
  type ArchivePicture,
  buildTrainingArchive,
  sizeOfArchive,
} from '../../storage/datasets/training-archive.ts';
import { findObjectSize, removeObject } from '../../storage/object-files.ts';
import { archiveKey, type StorageKey, toRowPath } from '../../storage/storage-paths.ts';
import { uploadResumable } from '../../storage/uploads/resumable-upload.ts';
import { getArchivePictures, picturesMissing } from './archive-pictures.ts';

export interface EnsureTrainingArchiveOptions extends Stoppable {
  readonly jobId: string;
  /** What becomes of a picture's caption; part of the snapshot. Default: it stays as it is. */
  readonly caption?: ((caption: string | null) => string | null) | undefined;
}

export interface EnsuredArchive {
  readonly datasetId: string;
  /** In `archives`. */
  readonly archiveKey: StorageKey;
}

const bucket = 'archives';

/**
 * Fixes what a job trains on, and has the zip of it lie in `archives`; as system. The same pictures with the same captions
 * are zipped once, for whichever job.
 * @throws NotReadyError where a picture of the job is not ready, or not there any more
 */
export async function ensureTrainingArchive(
  context: AiModelsContext,
  { jobId, caption = (text) => text, signal }: EnsureTrainingArchiveOptions,
): Promise<EnsuredArchive> {
  const job = await findJob(context, jobId);
  if (!job) throw new TrainingJobNotFoundError({ brandId: context.brandId, jobId });
  const used = job.dataset_id === null ? null : await findDataset(context, job.dataset_id);
  const { pictures, items } = used
    ? await reopenSnapshot(context, used)
    : await takeSnapshot(context, job, caption);
  const sizeBytes = sizeOfArchive(pictures);
  if (sizeBytes > bucketLimits[bucket]) throw tooLarge(sizeBytes);
  const dataset = used ?? (await addSnapshot(context, job, { items, sizeBytes }));
  const key = archiveKey({ brandId: context.brandId, rootHash: dataset.root_hash });
  await ensureFile(context, { dataset, key, pictures, sizeBytes, signal });
  return { datasetId: dataset.id, archiveKey: key };
}

interface Snapshot {
  readonly items: readonly DatasetItem[];
  readonly pictures: readonly ArchivePicture[];
}

async function takeSnapshot(
  context: AiModelsContext,
  { training_asset_ids: ids }: JobRow,
  toCaption: (caption: string | null) => string | null,
): Promise<Snapshot> {
  const pictures = await getArchivePictures(context, ids, (row) => toCaption(row.training_caption));
  const items = pictures.map(({ assetId, caption, sha256 }) => ({ asset_id: assetId, caption, sha256 }));
  return { pictures, items };
}

/** Captions as they were then: the archive may have to be made again, but never anew. */
async function reopenSnapshot(context: AiModelsContext, dataset: DatasetRow): Promise<Snapshot> {
  const items = parseItems(dataset.items);
  const captions = new Map(items.map(({ asset_id, caption }) => [asset_id, caption]));
  const ids = items.map(({ asset_id }) => asset_id);
  return { items, pictures: await getArchivePictures(context, ids, ({ id }) => captions.get(id) ?? null) };
}

async function addSnapshot(
  context: AiModelsContext,
  job: JobRow,
  { items, sizeBytes }: { items: readonly DatasetItem[]; sizeBytes: number },
): Promise<DatasetRow> {
  return ensureDataset(context, {
    user_id: job.user_id,
    visibility: job.visibility,
    root_hash: await hashDataset(items),
    items: items.map((item) => ({ ...item })),
    image_count: items.length,
    size_bytes: sizeBytes,
  });
}

interface ArchiveFile {
  readonly dataset: DatasetRow;
  readonly key: StorageKey;
  readonly pictures: readonly ArchivePicture[];
  readonly sizeBytes: number;
  readonly signal: AbortSignal | undefined;
}

/** The row says so first: what is noted in it is not cleared away as nobody's. */
async function ensureFile(context: AiModelsContext, file: ArchiveFile): Promise<void> {
  const { dataset, key, sizeBytes, signal } = file;
  const path = toRowPath(bucket, key);
  if (dataset.archive_path !== path) await noteArchive(context, dataset.id, path);
  const found = await findObjectSize(context.files, { bucket, key }, { signal });
  if (found !== sizeBytes) {
    if (found !== null) await removeObject(context, { bucket, key });
    await addFile(context, file);
  }
  // Whoever deleted one of the pictures meanwhile took the note back, and wants no archive of it.
  const now = await findDataset(context, dataset.id);
  if (now?.archive_path === path) return;
  await removeObject(context, { bucket, key });
  throw picturesMissing(1);
}

async function addFile(context: AiModelsContext, { key, pictures, signal }: ArchiveFile): Promise<void> {
  const { sizeBytes, stream } = await buildTrainingArchive(context.files, pictures, { signal });
  try {
    await uploadResumable(context.files, {
      bucket,
      key,
      contentType: 'application/zip',
      sizeBytes,
      body: stream,
      signal,
    });
  } catch (error) {
    // Somebody made the same one at the same time: its name says that it is the same.
    if (!AiModelsError.isInstance(error, 'conflict')) throw error;
  }
}

const tooLarge = (sizeBytes: number) =>
  new AiModelsError({
    code: 'limit_reached',
    message: `The pictures have ${Math.round(sizeBytes / 1024 ** 2)} MB together; a training takes 2,048 MB.`,
    hint: 'Choose fewer, or smaller ones.',
  });
