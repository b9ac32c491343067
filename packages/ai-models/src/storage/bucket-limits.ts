import type { Bucket } from './storage-paths.ts';

/** The largest file that each bucket takes, in bytes, as the migrations have it. */
export const bucketLimits: Readonly<Record<Bucket, number>> = {
  'training-data': 20 * 1024 ** 2,
  models: 2 * 1024 ** 3,
  'generated-content': 50 * 1024 ** 2,
  'brand-documents': 20 * 1024 ** 2,
  archives: 2 * 1024 ** 3,
};
