import type { AiModelsContext } from '../../context.ts';
import { toStorageError } from '../storage-error.ts';
import { assertOwnKey, parseRowPath } from '../storage-paths.ts';

const holdsSeconds = 24 * 3_600;
/** A run that is queued for long must still find it. */
const leastLeftMs = 3 * 3_600_000;

/** An address at which a provider can fetch a model; the same one for most of a day. */
export async function signLora(
  { database, loraUrls, brandId, now }: AiModelsContext,
  model: { path: string },
): Promise<string> {
  const { bucket, key } = parseRowPath(model.path);
  assertOwnKey(key, brandId);
  // By its place, which begins with the brand: a model that was moved is signed anew.
  const known = loraUrls.get(model.path);
  const time = now().getTime();
  if (known && known.until - time > leastLeftMs) return known.url;
  const { data, error } = await database.storage.from(bucket).createSignedUrl(key, holdsSeconds);
  if (error) throw toStorageError(error);
  loraUrls.set(model.path, { url: data.signedUrl, until: time + holdsSeconds * 1_000 });
  return data.signedUrl;
}
