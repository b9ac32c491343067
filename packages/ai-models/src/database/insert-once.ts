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

/**
 * A row that was found by its key, as the answer to a wish. One that does not say what it was made for answers to any.
 * @throws AiModelsError `key_reused` where it was made for another wish
 */
export function ofSameWish<Row extends { readonly wish_hash: string | null }>(
  row: Row | null,
  wishHash: string,
): Row | null {
  if (row === null || row.wish_hash === null || row.wish_hash === wishHash) return row;
  throw new AiModelsError({
    code: 'key_reused',
    message: 'This key was used for another wish.',
    hint: 'Use a new key for a new wish, or send the first one again as it was.',
  });
}
