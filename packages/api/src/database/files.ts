import { AiModelsError } from '@act/ai-models';
import { assertOwnKey, parseRowPath, toStorageError } from '@act/ai-models/schemas';
import type { InBrand } from './in-brand.ts';

/** For a browser that shows a file now. */
const signedSeconds = 300;

/** Addresses for files of one bucket, by their row paths; one that cannot be signed has none. */
export async function signFiles(
  { database, brandId }: InBrand,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const [first] = paths;
  if (first === undefined) return new Map();
  const { bucket } = parseRowPath(first);
  const keys = paths.map((path) => ownKey(path, brandId));
  const { data, error } = await database.storage.from(bucket).createSignedUrls(keys, signedSeconds);
  if (error) throw toStorageError(error);
  return new Map(
    data.flatMap(({ path, signedUrl }) => (path && signedUrl ? [[`${bucket}/${path}`, signedUrl]] : [])),
  );
}

/** An address for one file. @throws AiModelsError `file_not_found` */
export async function signFile(
  scope: InBrand,
  path: string,
  { download }: { readonly download?: string } = {},
): Promise<string> {
  const { bucket } = parseRowPath(path);
  const { data, error } = await scope.database.storage
    .from(bucket)
    .createSignedUrl(ownKey(path, scope.brandId), signedSeconds, download === undefined ? {} : { download });
  if (error) throw toStorageError(error);
  return data.signedUrl;
}

/** Says whether somebody has uploaded what they say, where they may. @throws AiModelsError `file_not_found` */
export async function requireFile(
  { database, brandId }: InBrand,
  path: string,
): Promise<{ readonly sizeBytes: number | null; readonly contentType: string | null }> {
  const { bucket } = parseRowPath(path);
  const { data, error } = await database.storage.from(bucket).info(ownKey(path, brandId));
  if (!error) return { sizeBytes: data.size ?? null, contentType: data.contentType ?? null };
  const known = toStorageError(error);
  throw AiModelsError.isInstance(known, 'storage_failed') ? known : fileNotFound();
}

function ownKey(path: string, brandId: string): string {
  const { key } = parseRowPath(path);
  assertOwnKey(key, brandId);
  return key;
}

const fileNotFound = () =>
  new AiModelsError({
    code: 'file_not_found',
    message: 'There is no such file for you.',
    hint: 'Upload it first, to where the answer of the uploads said.',
  });
