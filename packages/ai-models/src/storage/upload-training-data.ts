import type { AiModelsContext } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import { type PictureType, sniffedBytes, sniffPictureType, toExtension } from '../shared/picture-type.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { findObjectSize } from './object-files.ts';
import { type PictureInput, readPicture } from './picture-input.ts';
import { type StorageKey, safeFileName, trainingDataKey } from './storage-paths.ts';
import { uploadResumable } from './uploads/resumable-upload.ts';

/** What a brand takes for training. */
export interface PictureLimits {
  /** The largest picture. */
  readonly maximumFileBytes: number;
  /** The types that it takes, such as `image/jpeg`. */
  readonly fileTypes: readonly PictureType[];
}

/** A picture that is known to be one, on its way into storage. */
export interface AcceptedPicture {
  /** Its file, as it came. */
  readonly content: Blob;
  /** What it is, by its content. */
  readonly type: PictureType;
}

type AcceptPictureOptions = PictureLimits & Stoppable;

/** Reads a picture as far as the limit and looks what it is. @throws AiModelsError `picture_rejected` */
export async function acceptPicture(
  input: PictureInput,
  { maximumFileBytes, fileTypes, signal }: AcceptPictureOptions,
): Promise<AcceptedPicture> {
  const content = await readPicture(input, { maximumBytes: maximumFileBytes, signal });
  const found = sniffPictureType(await readHead(content));
  const type = fileTypes.find((one) => one === found);
  if (type) return { content, type };
  throw new AiModelsError({
    code: 'picture_rejected',
    message: content.size === 0 ? 'The file is empty.' : `This is ${found ?? 'no picture that is known'}.`,
    hint: `Use ${fileTypes.map(toExtension).join(', ')}.`,
  });
}

/** Not by `slice`: Node has none where built-in classes are frozen, as in n8n. */
async function readHead(content: Blob): Promise<Uint8Array> {
  const head: number[] = [];
  for await (const chunk of content.stream()) {
    head.push(...chunk.subarray(0, sniffedBytes - head.length));
    if (head.length >= sniffedBytes) break;
  }
  return Uint8Array.from(head);
}

/** What a key is made of. */
export interface PictureKeyOptions {
  /** As people call it; a part of the key that they will recognise. */
  readonly name: string;
  /** What it is, whatever it is called. */
  readonly type: PictureType;
  /** The person who alone may see it; null where the brand may. */
  readonly ownerId: string | null;
}

/** A key of its own for each picture, such as `acme/logo-001-4f1c….jpg`. */
export function newPictureKey(
  { brandId, generateId }: Pick<AiModelsContext, 'brandId' | 'generateId'>,
  { name, type, ownerId }: PictureKeyOptions,
): StorageKey {
  const fileName = safeFileName(name, { id: generateId(), extension: toExtension(type) });
  return trainingDataKey({ brandId, ownerId, fileName });
}

/** Puts a picture into `training-data`, in the caller's name. The key has to be a new one. */
export async function storePicture(
  { files }: Pick<AiModelsContext, 'files'>,
  key: StorageKey,
  { content, type, signal }: AcceptedPicture & Stoppable,
): Promise<void> {
  const object = { bucket: 'training-data', key } as const;
  try {
    await uploadResumable(files, {
      ...object,
      contentType: type,
      sizeBytes: content.size,
      body: content,
      signal,
    });
  } catch (error) {
    // Nobody else has this key: it is there because an answer was lost and the picture was sent again.
    const isThere = AiModelsError.isInstance(error, 'conflict');
    if (!isThere || (await findObjectSize(files, object, { signal })) !== content.size) throw error;
  }
}
