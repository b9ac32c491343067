import { toDatabaseError } from './database-error.ts';

interface Answer<T> {
  data: T | null;
  error: unknown;
  status?: number;
}

/** What a query found; throws our own error where the database refused. */
export async function rowsOf<T>(query: PromiseLike<Answer<T>>): Promise<T> {
  const found = await rowOf(query);
  if (found === null) throw toDatabaseError({ message: 'The database answered with nothing.' });
  return found;
}

/** The same for what may not be there: null. */
export async function rowOf<T>(query: PromiseLike<Answer<T>>): Promise<T | null> {
  const { data, error, status } = await query;
  if (error) throw toDatabaseError(error, status);
  return data;
}

/** For what answers nothing. */
export async function done(query: PromiseLike<Answer<unknown>>): Promise<void> {
  await rowOf(query);
}
