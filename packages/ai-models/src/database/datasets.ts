import type { BrandScope } from '../context.ts';
import { done, rowsOf } from './answer.ts';
import type { Tables } from './database.types.ts';

type DeletedFile = Pick<Tables<'deleted_files'>, 'bucket_id' | 'name'>;

/** Has a dataset's archive removed unless a job still needs it. */
export const dropArchive = ({ database }: BrandScope, datasetId: string): Promise<boolean> =>
  rowsOf(database.rpc('drop_archive', { dataset_id: datasetId }));

/** Datasets whose archive is still noted, oldest first. */
export async function listArchivedDatasets({ database, brandId }: BrandScope): Promise<string[]> {
  const rows = await rowsOf(
    database
      .from('training_datasets')
      .select('id')
      .eq('brand_id', brandId)
      .not('archive_path', 'is', null)
      .order('created_at')
      .limit(1000),
  );
  return rows.map(({ id }) => id);
}

/** Notes old files that no row knows; says how many. */
export const noteStrayFiles = ({ database }: BrandScope, hours: number): Promise<number> =>
  rowsOf(database.rpc('note_stray_files', { older_than: `${hours} hours` }));

/** Whether a dataset says that its archive lies there. */
export async function isArchiveNeeded({ database, brandId }: BrandScope, path: string): Promise<boolean> {
  const found = await rowsOf(
    database.from('training_datasets').select('id').match({ brand_id: brandId, archive_path: path }).limit(1),
  );
  return found.length > 0;
}

/** Files whose rows are gone, oldest first. */
export const listDeletedFiles = ({ database, brandId }: BrandScope, limit: number): Promise<DeletedFile[]> =>
  rowsOf(
    database
      .from('deleted_files')
      .select('bucket_id, name')
      .eq('brand_id', brandId)
      .order('created_at')
      .limit(limit),
  );

/** Takes files off that list. */
export async function forgetDeletedFiles(
  { database, brandId }: BrandScope,
  files: readonly DeletedFile[],
): Promise<void> {
  for (const { bucket_id, name } of files) {
    await done(database.from('deleted_files').delete().match({ brand_id: brandId, bucket_id, name }));
  }
}
