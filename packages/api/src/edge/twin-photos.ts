import { AiModelsError } from '@act/ai-models';
import {
  getBrandPolicy,
  type PictureType,
  pictureTypes,
  safeFileName,
  toExtension,
  toStorageError,
  trainingDataKey,
} from '@act/ai-models/schemas';
import { z } from 'zod';
import type { ApiWorld } from '../api-world.ts';
import { assetStatuses } from '../database/assets.ts';
import { read } from '../database/read.ts';
import type { FormPicture } from '../founding/upload-form.ts';
import type { Caller } from '../session/caller.ts';

/** What a twin is to be, kept with each of its photos until its training is asked for. */
const twinSchema = z.object({
  jobId: z.guid(),
  metadata: z.record(z.string(), z.unknown()),
});
type Twin = z.output<typeof twinSchema>;

const bucket = 'training-data';

interface StoredPhoto {
  readonly name: string;
  readonly key: string;
}

/** Puts a photo where its brand keeps pictures, in the caller's own name. @throws AiModelsError */
export async function storePhoto(
  { database, userId }: Caller,
  { name, content }: FormPicture,
  { brandId, world }: { readonly brandId: string; readonly world: ApiWorld },
): Promise<StoredPhoto> {
  if (content === null) throw tooLarge();
  const type = toPictureType(content);
  const policy = await getBrandPolicy({ database, brandId });
  if (content.size > Math.max(...Object.values(policy.subjects).map((one) => one.maximumFileBytes)))
    throw tooLarge();
  const fileName = safeFileName(name || 'photo', { id: world.generateId(), extension: toExtension(type) });
  const ownerId = policy.visibility === 'owner' ? userId : null;
  const key = trainingDataKey({ brandId, ownerId, fileName });
  const { error } = await database.storage.from(bucket).upload(key, content, { contentType: type });
  if (error) throw toStorageError(error);
  return { name: (name || fileName).slice(-255), key };
}

function toPictureType({ type }: Blob): PictureType {
  const known = pictureTypes.find((one) => one === type);
  if (known) return known;
  throw new AiModelsError({
    code: 'picture_rejected',
    message: 'A photo is of a type that is not taken here.',
    hint: `Send ${pictureTypes.join(', ')}.`,
  });
}

const tooLarge = () =>
  new AiModelsError({
    code: 'picture_rejected',
    message: 'A photo is larger than the brand takes.',
    hint: 'Save it smaller: 2,048 pixels on the longer side are more than training uses.',
  });

const photoSchema = z.object({
  id: z.string(),
  brand_id: z.string(),
  file_url: z.string(),
  status: z.enum(assetStatuses),
  training_metadata: z.object({ twin: twinSchema }),
});
export type TwinPhoto = z.output<typeof photoSchema>;
const photoColumns = 'id, brand_id, file_url, status, training_metadata';

/** All of them or none. */
export const addPhotos = (
  { database }: Caller,
  photos: readonly StoredPhoto[],
  { brandId, twin }: { readonly brandId: string; readonly twin: Twin },
): Promise<TwinPhoto[]> =>
  read(
    database
      .from('brand_assets')
      .insert(
        photos.map(({ name, key }) => ({
          brand_id: brandId,
          name,
          file_url: `${bucket}/${key}`,
          training_metadata: { twin },
        })),
      )
      .select(photoColumns),
    z.array(photoSchema),
  );

/** Files whose rows were not made. */
export async function removeFiles({ database }: Caller, photos: readonly StoredPhoto[]): Promise<void> {
  if (photos.length > 0) await database.storage.from(bucket).remove(photos.map(({ key }) => key));
}

/** The caller's own photos of a twin; none where there is no such twin for them. */
export const listPhotos = ({ database, userId }: Caller, jobId: string): Promise<TwinPhoto[]> =>
  read(
    database
      .from('brand_assets')
      .select(photoColumns)
      .eq('user_id', userId)
      .contains('training_metadata', { twin: { jobId } })
      .order('created_at')
      .limit(1_000),
    z.array(photoSchema),
  );
