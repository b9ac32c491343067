import type { AiModelsContext } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import { done, rowOf, rowsOf } from './answer.ts';
import type { Tables, TablesInsert } from './database.types.ts';

type Caller = Pick<AiModelsContext, 'database' | 'brandId'>;
export type DatasetRow = Tables<'training_datasets'>;

/** The snapshot that a job has used, or null. */
export const findDataset = ({ database, brandId }: Caller, datasetId: string): Promise<DatasetRow | null> =>
  rowOf(
    database.from('training_datasets').select('*').match({ brand_id: brandId, id: datasetId }).maybeSingle(),
  );

type NewDataset = Omit<TablesInsert<'training_datasets'>, 'brand_id'>;

/** Adds a snapshot, or finds the one with the same content: there is one row of it, whoever comes first. */
export async function ensureDataset(caller: Caller, dataset: NewDataset): Promise<DatasetRow> {
  const found = await findDatasetByHash(caller, dataset.root_hash);
  if (found) return found;
  try {
    return await insertDataset(caller, dataset);
  } catch (error) {
    const isThere = AiModelsError.isInstance(error) && error.code === 'conflict';
    const others = isThere ? await findDatasetByHash(caller, dataset.root_hash) : null;
    if (others) return others;
    throw error;
  }
}

const findDatasetByHash = ({ database, brandId }: Caller, rootHash: string): Promise<DatasetRow | null> =>
  rowOf(
    database
      .from('training_datasets')
      .select('*')
      .match({ brand_id: brandId, root_hash: rootHash })
      .maybeSingle(),
  );

const insertDataset = ({ database, brandId }: Caller, dataset: NewDataset): Promise<DatasetRow> =>
  rowsOf(
    database
      .from('training_datasets')
      .insert({ ...dataset, brand_id: brandId })
      .select('*')
      .single(),
  );

/** Says where the snapshot's archive lies, or that there is none. */
export const noteArchive = (
  { database, brandId }: Caller,
  datasetId: string,
  archivePath: string | null,
): Promise<void> =>
  done(
    database
      .from('training_datasets')
      .update({ archive_path: archivePath })
      .match({ brand_id: brandId, id: datasetId }),
  );
