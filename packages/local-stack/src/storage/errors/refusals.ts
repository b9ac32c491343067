import { StorageError } from './storage-error.ts';

/** Every refusal of the service in hosted's words, so that a client cannot tell the two apart. */
export const refusals = {
  noSuchBucket: () =>
    new StorageError({
      code: 'NoSuchBucket',
      statusCode: 404,
      error: 'Bucket not found',
      message: 'Bucket not found',
    }),

  noSuchKey: () =>
    new StorageError({ code: 'NoSuchKey', statusCode: 404, error: 'not_found', message: 'Object not found' }),

  noSuchUpload: () =>
    new StorageError({ code: 'NoSuchUpload', statusCode: 404, message: 'Upload not found' }),

  invalidKey: (key: string) =>
    new StorageError({ code: 'InvalidKey', statusCode: 400, message: `Invalid key: ${key.slice(0, 200)}` }),

  invalidBucketName: () =>
    new StorageError({
      code: 'InvalidBucketName',
      statusCode: 400,
      error: 'Invalid Input',
      message: 'Bucket name invalid',
    }),

  keyExists: (cause?: unknown) =>
    new StorageError({
      code: 'KeyAlreadyExists',
      statusCode: 409,
      error: 'Duplicate',
      message: 'The resource already exists',
      cause,
    }),

  bucketExists: (cause?: unknown) =>
    new StorageError({
      code: 'BucketAlreadyExists',
      statusCode: 409,
      error: 'Duplicate',
      message: 'The resource already exists',
      cause,
    }),

  bucketNotEmpty: () =>
    new StorageError({
      code: 'ResourceNotEmpty',
      statusCode: 409,
      message: 'The bucket you tried to delete is not empty',
    }),

  accessDenied: (message = 'Access denied', cause?: unknown) =>
    new StorageError({ code: 'AccessDenied', statusCode: 403, error: 'Unauthorized', message, cause }),

  /** For what only the secret key may do. */
  wrongRole: () =>
    new StorageError({
      code: 'AccessDenied',
      statusCode: 403,
      httpStatus: 403,
      error: 'Unauthorized',
      message: 'Access denied: Invalid role',
    }),

  tooLarge: (what = 'object') =>
    new StorageError({
      code: 'EntityTooLarge',
      statusCode: 413,
      error: 'Payload too large',
      message: `The ${what} exceeded the maximum allowed size`,
    }),

  invalidMimeType: (mimetype: string) =>
    new StorageError({
      code: 'InvalidMimeType',
      statusCode: 415,
      error: 'invalid_mime_type',
      message: `mime type ${mimetype.slice(0, 200)} is not supported`,
    }),

  noContent: (message = 'No content provided') =>
    new StorageError({ code: 'InvalidRequest', statusCode: 400, message }),

  invalidRequest: (message: string) => new StorageError({ code: 'InvalidRequest', statusCode: 400, message }),

  invalidParameter: (parameter: string, message = `Invalid Parameter ${parameter}`) =>
    new StorageError({ code: 'InvalidParameter', statusCode: 400, message }),

  invalidRange: (sizeBytes: number) =>
    new StorageError({
      code: 'InvalidRange',
      statusCode: 416,
      httpStatus: 416,
      error: 'invalid_range',
      message: 'invalid range provided',
      headers: { 'content-range': `bytes */${sizeBytes}` },
    }),

  invalidToken: (message: string) => new StorageError({ code: 'InvalidJWT', statusCode: 400, message }),

  invalidSignature: (message = 'Invalid signature') =>
    new StorageError({ code: 'InvalidSignature', statusCode: 400, message }),

  featureNotEnabled: () =>
    new StorageError({
      code: 'FeatureNotEnabled',
      statusCode: 403,
      httpStatus: 403,
      message: 'feature not enabled for this tenant',
    }),

  routeNotFound: (method: string, path: string) =>
    new StorageError({
      code: 'InvalidRequest',
      statusCode: 404,
      httpStatus: 404,
      error: 'Not Found',
      message: `Route ${method}:${path} not found`,
    }),

  aborted: (cause: unknown) =>
    new StorageError({
      code: 'Aborted',
      statusCode: 400,
      message: 'The upload ended before it was complete',
      cause,
    }),

  diskFull: (cause: unknown) =>
    new StorageError({
      code: 'InsufficientStorage',
      statusCode: 507,
      httpStatus: 507,
      message: 'The disk that holds the stored files is full. Free some space and try again.',
      cause,
    }),
};
