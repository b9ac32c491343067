import { AccessError } from '../../access/caller.ts';

/** The codes of hosted Supabase Storage that this service can answer with, and one of its own for a full disk. */
export type StorageErrorCode =
  | 'Aborted'
  | 'AccessDenied'
  | 'BucketAlreadyExists'
  | 'DatabaseError'
  | 'DatabaseTimeout'
  | 'EntityTooLarge'
  | 'FeatureNotEnabled'
  | 'InsufficientStorage'
  | 'InternalError'
  | 'InvalidBucketName'
  | 'InvalidJWT'
  | 'InvalidKey'
  | 'InvalidMimeType'
  | 'InvalidParameter'
  | 'InvalidRange'
  | 'InvalidRequest'
  | 'InvalidSignature'
  | 'KeyAlreadyExists'
  | 'NoSuchBucket'
  | 'NoSuchKey'
  | 'NoSuchUpload'
  | 'ResourceNotEmpty'
  | 'ResourceReferenced'
  | 'SlowDown';

export interface StorageErrorDetails {
  code: StorageErrorCode;
  /** What happened; hosted puts it into the body, where clients look for it. */
  statusCode: number;
  message: string;
  /** The older, wordier name of the code. */
  error?: string;
  /** What the response itself says. Hosted says 400 for nearly everything. */
  httpStatus?: number;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** A refusal as hosted Supabase Storage words it. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;
  readonly statusCode: number;
  readonly httpStatus: number;
  readonly #error: string;
  readonly #headers: Record<string, string>;

  constructor({
    code,
    statusCode,
    message,
    error = code,
    httpStatus,
    headers = {},
    cause,
  }: StorageErrorDetails) {
    super(message, { cause });
    this.code = code;
    this.statusCode = statusCode;
    this.httpStatus = httpStatus ?? (statusCode === 500 ? 500 : 400);
    this.#error = error;
    this.#headers = headers;
  }

  toResponse(): Response {
    const { code, message } = this;
    return Response.json(
      { statusCode: String(this.statusCode), code, error: this.#error, message },
      { status: this.httpStatus, headers: { 'cache-control': 'no-store', ...this.#headers } },
    );
  }
}

/** Whatever was thrown, as a refusal that can be answered. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (error instanceof AccessError) return toAccessRefusal(error);
  return new StorageError({
    code: 'InternalError',
    statusCode: 500,
    error: 'Internal',
    message: 'Internal Server Error',
    cause: error,
  });
}

/** Keys are refused by what stands before hosted's storage, with 401; tokens by the storage itself. */
function toAccessRefusal({ code, message }: AccessError): StorageError {
  const isKeyRefused = code.startsWith('key_');
  return new StorageError({
    code: 'AccessDenied',
    statusCode: isKeyRefused ? 401 : 403,
    httpStatus: isKeyRefused ? 401 : 400,
    error: 'Unauthorized',
    message,
  });
}
