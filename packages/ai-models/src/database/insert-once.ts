import { AiModelsError } from '../errors/index.ts';

/** How a row that there is once is found, and made. */
interface InsertOnce<Row> {
  /** The row of the same key; null where there is none. */
  readonly find: () => Promise<Row | null>;
  /** Fails with `conflict` where somebody was faster. */
  readonly insert: () => Promise<Row>;
}

/** Inserts a row, or gives the one that has its key already, also where two come at once. */
export async function insertOnce<Row>({ find, insert }: InsertOnce<Row>): Promise<Row> {
  const before = await find();
  if (before) return before;
  try {
    return await insert();
  } catch (error) {
    const meanwhile = AiModelsError.isInstance(error, 'conflict') ? await find() : null;
    if (meanwhile) return meanwhile;
    throw error;
  }
}
