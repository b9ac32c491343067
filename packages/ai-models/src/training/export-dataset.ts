import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { listTrainableAssets } from '../database/brand-assets.ts';
import { findJob } from '../database/queries.ts';
import { findDataset } from '../database/training-datasets.ts';
import { AssetNotFoundError, TrainingJobNotFoundError } from '../errors/index.ts';
import { getArchivePictures, type InspectedPicture } from '../jobs/training/archive-pictures.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { parseItems } from '../storage/datasets/dataset-hash.ts';
import { buildTrainingArchive } from '../storage/datasets/training-archive.ts';

/** What to export. */
export interface ExportDatasetOptions extends Stoppable {
  /** These pictures. Default: all that may be trained with, unless a job is named. */
  readonly assetIds?: readonly string[] | undefined;
  /** What this job has trained on, with the captions of that time. */
  readonly jobId?: string | undefined;
}

/** A dataset on its way. */
export interface ExportedDataset {
  /** A zip: `0001.jpg` and so on, captions in `0001.txt`. Read it once. */
  readonly stream: ReadableStream<Uint8Array>;
  /** Exactly what the stream will bring. */
  readonly sizeBytes: number;
  /** How many pictures are in it. */
  readonly imageCount: number;
  /** To be saved under. */
  readonly fileName: string;
}

const optionsSchema = z
  .strictObject({ assetIds: z.array(z.guid()).min(1).max(1000).optional(), jobId: z.guid().optional() })
  .refine(({ assetIds, jobId }) => !(assetIds && jobId), 'Name pictures or a job, not both.');

/**
 * Pictures and captions as a zip, in the form in which they are trained on and can be imported again.
 * @throws NotReadyError where a picture was not inspected, or is not the caller's to see
 */
export async function exportDataset(
  context: AiModelsContext,
  { signal, ...options }: ExportDatasetOptions = {},
): Promise<ExportedDataset> {
  const { assetIds, jobId } = parseInput(optionsSchema, options, { subject: 'The export' });
  const pictures =
    jobId === undefined ? await choosePictures(context, assetIds) : await reopenJob(context, jobId);
  if (pictures.length === 0) throw new AssetNotFoundError({ brandId: context.brandId, assetIds: [] });
  const archive = await buildTrainingArchive(context.files, pictures, { signal });
  const day = context.now().toISOString().slice(0, 10);
  return { ...archive, imageCount: pictures.length, fileName: `${context.brandId}-dataset-${day}.zip` };
}

async function choosePictures(
  context: AiModelsContext,
  assetIds: readonly string[] | undefined,
): Promise<InspectedPicture[]> {
  const ids = assetIds ?? (await listTrainableAssets(context)).map(({ id }) => id);
  return getArchivePictures(context, [...new Set(ids)], ({ training_caption: caption }) => caption);
}

async function reopenJob(context: AiModelsContext, jobId: string): Promise<InspectedPicture[]> {
  const job = await findJob(context, jobId);
  if (!job) throw new TrainingJobNotFoundError({ brandId: context.brandId, jobId });
  const dataset = job.dataset_id === null ? null : await findDataset(context, job.dataset_id);
  if (!dataset) return choosePictures(context, job.training_asset_ids);
  const captions = new Map(parseItems(dataset.items).map(({ asset_id, caption }) => [asset_id, caption]));
  return getArchivePictures(context, [...captions.keys()], ({ id }) => captions.get(id) ?? null);
}
