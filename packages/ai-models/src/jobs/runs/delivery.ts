import { z } from 'zod';
import type { AiModelsContext } from '../../context.ts';
import type { Delivery, RunHandle } from '../../providers/run.ts';
import { removeObject } from '../../storage/object-files.ts';
import { toStorageError } from '../../storage/storage-error.ts';
import { incomingKey, type StorageKey } from '../../storage/storage-paths.ts';

/** A run that delivers to our storage, and the files that it may write. */
export interface DeliveryPlace {
  readonly brandId: string;
  readonly runKey: string;
  readonly fileNames: readonly string[];
}

/** The system's own: no member sees what nobody has checked yet. */
export const deliveryBucket = 'archives';
const lockName = 'lock.json';

/** How many samples a trainer of ours may paint on the way. */
export const maximumSamples = 4;

/** The weights come first, samples after them. */
export const trainingPlace = (brandId: string, runKey: string): DeliveryPlace => ({
  brandId,
  runKey,
  fileNames: [
    'weights.safetensors',
    ...Array.from({ length: maximumSamples }, (_, index) => `sample-${index + 1}`),
  ],
});

export const picturesPlace = (brandId: string, runKey: string, count: number): DeliveryPlace => ({
  brandId,
  runKey,
  fileNames: Array.from({ length: count }, (_, index) => `picture-${index + 1}`),
});

const keyOf = ({ brandId, runKey }: DeliveryPlace, fileName: string) =>
  incomingKey({ brandId, ownerId: null, runKey, fileName });

/** Where the file of this index lies once it was delivered. */
export function deliveredKey(place: DeliveryPlace, index: number): StorageKey {
  return keyOf(place, place.fileNames[index] ?? '');
}

/** Hands out addresses that take one upload each. */
export async function openDelivery(context: AiModelsContext, place: DeliveryPlace): Promise<Delivery> {
  const [lockUrl = '', ...uploadUrls] = await Promise.all(
    [lockName, ...place.fileNames].map((name) => signUpload(context, keyOf(place, name))),
  );
  return { lockUrl, uploadUrls };
}

/** The run that won the lock; null while none has. */
export async function readLock(context: AiModelsContext, place: DeliveryPlace): Promise<RunHandle | null> {
  const { data, error } = await context.database.storage
    .from(deliveryBucket)
    .download(keyOf(place, lockName));
  if (error) {
    const failure = toStorageError(error);
    if (failure.code === 'file_not_found') return null;
    throw failure;
  }
  const lock = lockSchema.safeParse(parseJson(await data.slice(0, 4096).text()));
  return lock.success && lock.data.run !== nobody ? { providerJobId: lock.data.run } : null;
}

/** Holds a lock that no run is to have. */
const nobody = 'nobody';

const lockSchema = z.object({ run: z.string().regex(/^[\w:./-]{1,200}$/) });

/**
 * Removes what was delivered, and leaves the lock: a second run of the same key, still waiting somewhere, would find none
 * and begin. Locks go when nobody can deliver any more.
 */
export async function closeDelivery(context: AiModelsContext, place: DeliveryPlace): Promise<void> {
  for (const name of place.fileNames) {
    await removeObject(context, { bucket: deliveryBucket, key: keyOf(place, name) });
  }
}

/** Keeps every run of this key from beginning. The run that had begun before, if there is one. */
export async function closeLock(context: AiModelsContext, place: DeliveryPlace): Promise<RunHandle | null> {
  const { error } = await context.database.storage
    .from(deliveryBucket)
    .upload(
      keyOf(place, lockName),
      new Blob([JSON.stringify({ run: nobody })], { type: 'application/json' }),
    );
  if (!error) return null;
  if (toStorageError(error).code !== 'conflict') throw toStorageError(error);
  return readLock(context, place);
}

async function signUpload({ database }: AiModelsContext, key: StorageKey): Promise<string> {
  const { data, error } = await database.storage.from(deliveryBucket).createSignedUploadUrl(key);
  if (error) throw toStorageError(error);
  return data.signedUrl;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
