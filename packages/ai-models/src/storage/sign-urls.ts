import type { BrandScope } from '../context.ts';
import { toStorageError } from './storage-error.ts';
import { assertOwnKey, parseRowPath, type RowPath } from './storage-paths.ts';

/** For a browser that shows a picture now. */
const browserSeconds = 300;

/** Addresses for files of this brand, by their row paths, each good for five minutes. */
export async function signPaths(
  { database, brandId }: BrandScope,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const signed = new Map<string, string>();
  for (const [bucket, keys] of groupByBucket(paths, brandId)) {
    const { data, error } = await database.storage.from(bucket).createSignedUrls(keys, browserSeconds);
    if (error) throw toStorageError(error);
    for (const { path, signedUrl } of data) if (path && signedUrl) signed.set(`${bucket}/${path}`, signedUrl);
  }
  return signed;
}

/** An address for one file. @throws AiModelsError `file_not_found` also where it is not the caller's to read */
export async function signPath(
  { database, brandId }: BrandScope,
  { bucket, key }: RowPath,
  options: { download?: string } = {},
): Promise<string> {
  assertOwnKey(key, brandId);
  // As a list of one, which tells what is missing in its answer: storage-js makes an error for a single one, and cannot
  // where built-in classes are frozen, as in n8n.
  const { data, error } = await database.storage
    .from(bucket)
    .createSignedUrls([key], browserSeconds, options);
  if (error) throw toStorageError(error);
  const [signed] = data;
  if (signed?.error === null && signed.signedUrl) return signed.signedUrl;
  throw toStorageError({ message: signed?.error }, 404);
}

function groupByBucket(paths: readonly string[], brandId: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of new Set(paths)) {
    const { bucket, key } = parseRowPath(path);
    assertOwnKey(key, brandId);
    groups.set(bucket, [...(groups.get(bucket) ?? []), key]);
  }
  return groups;
}
