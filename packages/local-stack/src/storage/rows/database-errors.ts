import pg from 'pg';
import { refusals } from '../errors/refusals.ts';
import { StorageError } from '../errors/storage-error.ts';

/** The database went away before the service knew whether it had kept what was written. */
export class OutcomeUnknownError extends StorageError {}

const unreachable = {
  code: 'DatabaseError',
  statusCode: 503,
  httpStatus: 503,
  message: 'The database cannot be reached. Try again in a moment.',
} as const;

/** What the database or the way to it reported, as hosted would answer it. */
export function explainDatabaseError(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) return explainServerError(error);
  return isConnectionError(error) ? new StorageError({ ...unreachable, cause: error }) : error;
}

/** For a commit that was sent and never answered. */
export function outcomeUnknown(cause: unknown): OutcomeUnknownError {
  return new OutcomeUnknownError({ ...unreachable, cause });
}

export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '23505';

export const isForeignKeyViolation = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '23503';

export function isConnectionError(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return /^(08|57P|3D000)/.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  // The driver reports these as plain errors, the operating system its own with a code; several addresses, several.
  if (error instanceof AggregateError) return error.errors.some(isConnectionError);
  if ('code' in error && /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)/.test(String(error.code)))
    return true;
  return /^Connection terminated|timeout exceeded when trying to connect|not queryable|Client has encountered/.test(
    error.message,
  );
}

function explainServerError(error: pg.DatabaseError): StorageError {
  const code = error.code ?? '';
  if (isConnectionError(error)) return new StorageError({ ...unreachable, cause: error });
  if (code === '42501') {
    const isPolicy = error.message.includes('row-level security');
    return refusals.accessDenied(
      isPolicy ? 'new row violates row-level security policy' : error.message,
      error,
    );
  }
  if (code === '23505') return refusals.keyExists(error);
  if (code === '23503') return explainForeignKey(error);
  if (code === '53300') {
    const message = 'Too many connections issued to the database';
    return new StorageError({ code: 'SlowDown', statusCode: 429, httpStatus: 429, message, cause: error });
  }
  if (code === '57014' || code === '55P03') {
    const message = 'The connection to the database timed out';
    return new StorageError({
      code: 'DatabaseTimeout',
      statusCode: 544,
      httpStatus: 544,
      message,
      cause: error,
    });
  }
  // What a person's own values caused: a NUL in metadata, a claim that is no uuid.
  if (code.startsWith('22')) return refusals.invalidParameter('value', error.message);
  const message = `database error, code: ${code}`;
  return new StorageError({ code: 'DatabaseError', statusCode: 500, message, cause: error });
}

function explainForeignKey(error: pg.DatabaseError): StorageError {
  if (error.detail?.includes('is still referenced from table')) {
    const message = 'The resource could not be updated or removed due to a foreign key constraint';
    return new StorageError({ code: 'ResourceReferenced', statusCode: 409, message, cause: error });
  }
  const message = 'The related resource does not exist';
  return new StorageError({ code: 'InvalidRequest', statusCode: 404, message, cause: error });
}
