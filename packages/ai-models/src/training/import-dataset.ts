import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import { parseInput } from '../shared/parse-input.ts';
import {
  type DatasetArchiveInput,
  type DatasetContent,
  openDatasetArchive,
} from '../storage/datasets/dataset-archive.ts';
import { type UploadReport, type UploadTrainingImagesOptions, uploadEach } from './upload-training-images.ts';

/** Which archive to import, and how its pictures are uploaded. */
export interface ImportDatasetOptions
  extends Omit<UploadTrainingImagesOptions, 'files' | 'captions' | 'names'> {
  /** A zip of pictures and `.txt` captions of the same names, in folders or not. A stream is held in memory. */
  readonly archive: DatasetArchiveInput;
}

const archiveSchema = z.object({
  archive: z.custom(
    (archive) => archive !== undefined && archive !== null,
    'Pass a zip, as a file or its bytes.',
  ),
});

/** What became of each file of an archive. */
export interface ImportReport extends UploadReport {
  /** Files that are neither pictures nor captions of any, and why each was left out. */
  readonly skipped: DatasetContent['skipped'];
}

/**
 * Uploads the pictures of a zip, with their captions. A hostile archive is refused before anything of it is uploaded.
 * @throws AiModelsError `archive_refused`, saying what is wrong with which entry
 */
export async function importDataset(
  context: AiModelsContext,
  { archive, ...options }: ImportDatasetOptions,
): Promise<ImportReport> {
  parseInput(archiveSchema, { archive }, { subject: 'The import' });
  const { pictures, skipped } = await openDatasetArchive(archive, { signal: options.signal });
  if (pictures.length === 0) {
    throw new AiModelsError({ code: 'archive_refused', message: 'There are no pictures in the archive.' });
  }
  const report = await uploadEach(context, {
    ...options,
    files: pictures.map(({ source }) => source),
    captions: pictures.map(({ caption }) => caption),
  });
  return { ...report, skipped };
}
