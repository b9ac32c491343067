import type { TablesInsert } from '../../database/database.types.ts';
import { AiModelsError } from '../../errors/index.ts';
import { sha256OfBytes } from '../../shared/hashing/sha256-text.ts';
import { findObjectSize, putObject, removeObject } from '../../storage/object-files.ts';
import { type StorageKey, toRowPath } from '../../storage/storage-paths.ts';
import type { GenerationWork } from './generation-work.ts';
import { type ImageExtension, imageIdAt, imageKey, imageThumbnailKey } from './image-keys.ts';

const extensionOf: Readonly<Record<string, ImageExtension>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/** Puts one picture and its small copy into our bucket, and says what its row is to hold. */
export async function storeImage(
  work: GenerationWork,
  { position, seed }: { position: number; seed: number },
  bytes: Uint8Array<ArrayBuffer>,
): Promise<TablesInsert<'generation_images'>> {
  const { context, generation } = work;
  const id = await imageIdAt(generation, position);
  const tools = await context.pictureTools();
  const { contentType, width, height } = await tools.describe(bytes);
  const extension = extensionOf[contentType];
  if (!extension) throw notAPicture(contentType);
  // Before anything lies there: what cannot be made small cannot be shown.
  const thumbnail = await tools.thumbnail(bytes);
  const key = imageKey(generation, id, extension);
  await put(work, key, new Blob([bytes], { type: contentType }));
  const smallKey = imageThumbnailKey(generation, id);
  await put(work, smallKey, new Blob([thumbnail], { type: 'image/webp' }));
  return {
    id,
    brand_id: generation.brand_id,
    generation_id: generation.id,
    position,
    path: toRowPath('generated-content', key),
    thumbnail_path: toRowPath('generated-content', smallKey),
    content_type: contentType,
    width,
    height,
    size_bytes: bytes.byteLength,
    sha256: await sha256OfBytes(bytes),
    seed,
  };
}

/** A file that is there already was put by whoever was stopped before its row was written, or goes on beside us. */
async function put({ context, signal }: GenerationWork, key: StorageKey, body: Blob): Promise<void> {
  const object = { bucket: 'generated-content' as const, key };
  const upload = () => putObject(context.files, { ...object, contentType: body.type, body, signal });
  await upload().catch(async (error: unknown) => {
    if (!AiModelsError.isInstance(error, 'conflict')) throw error;
    // The key says which picture of which run it is: it is this one, and a row may name it by now.
    if ((await findObjectSize(context.files, object, { signal })) === body.size) return;
    await removeObject(context, object);
    await upload();
  });
}

const notAPicture = (contentType: string) =>
  new AiModelsError({
    code: 'picture_rejected',
    message: `What came back is no picture that we keep (${contentType}).`,
    hint: 'Ask again, as png, jpg or webp.',
  });
