import type { BrandScope } from '../context.ts';
import { done, rowOf, rowsOf } from './answer.ts';
import type { Tables, TablesInsert } from './database.types.ts';
import { insertOnce } from './insert-once.ts';

/** A snapshot of pictures and captions as its row has it. */
export type DatasetRow = Tables<'training_datasets'>;

/** The snapshot that a job has used, or null. */
export const findDataset = (
  { database, brandId }: BrandScope,
  datasetId: string,
): Promise<DatasetRow | null> =>
  rowOf(
    database.from('training_datasets').select('*').match({ brand_id: brandId, id: datasetId }).maybeSingle(),
  );

type NewDataset = Omit<TablesInsert<'training_datasets'>, 'brand_id'>;

/** Adds a snapshot, or finds the one with the same content: there is one row of it, whoever comes first. */
export async function ensureDataset(scope: BrandScope, dataset: NewDataset): Promise<DatasetRow> {
  return insertOnce({
    find: () => findDatasetByHash(scope, dataset.root_hash),
    insert: () => insertDataset(scope, dataset),
  });
}

const findDatasetByHash = ({ database, brandId }: BrandScope, rootHash: string): Promise<DatasetRow | null> =>
  rowOf(
    database
      .from('training_datasets')
      .select('*')
      .match({ brand_id: brandId, root_hash: rootHash })
      .maybeSingle(),
  );

const insertDataset = ({ database, brandId }: BrandScope, dataset: NewDataset): Promise<DatasetRow> =>
  rowsOf(
    database
      .from('training_datasets')
      .insert({ ...dataset, brand_id: brandId })
      .select('*')
      .single(),
  );

/** Says where the snapshot's archive lies, or that there is none. */
export const noteArchive = (
  { database, brandId }: BrandScope,
  datasetId: string,
  archivePath: string | null,
): Promise<void> =>
  done(
    database
      .from('training_datasets')
      .update({ archive_path: archivePath })
      .match({ brand_id: brandId, id: datasetId }),
  );
