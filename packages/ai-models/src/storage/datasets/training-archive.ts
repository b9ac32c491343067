import type { BrandFiles } from '../../context.ts';
import { AiModelsError } from '../../errors/index.ts';
import { createSha256 } from '../../shared/hashing/sha256.ts';
import { isPictureType, toExtension } from '../../shared/picture-type.ts';
import { retry } from '../../shared/retry.ts';
import type { Stoppable } from '../../shared/stoppable.ts';
import { lookAhead } from '../look-ahead.ts';
import { getObject } from '../object-files.ts';
import { readBytes } from '../read-bytes.ts';
import type { StorageKey } from '../storage-paths.ts';
import { sizeOfZip, streamZip, type ZipEntry } from './zip-stream.ts';

/** A picture on its way into an archive. */
export interface ArchivePicture {
  /** Its row. */
  readonly assetId: string;
  /** In `training-data`. */
  readonly key: StorageKey;
  /** Such as `image/jpeg`. */
  readonly contentType: string;
  /** Of its file. */
  readonly sizeBytes: number;
  /** Another content is refused; null where it is not known yet. */
  readonly sha256: string | null;
  /** What lies beside it as a text; null for nothing. */
  readonly caption: string | null;
}

/** An archive on its way. */
export interface TrainingArchive {
  /** Exactly what the stream will bring. */
  readonly sizeBytes: number;
  /** Read once; the pictures are fetched as it is read, and it fails where one is not what it was. */
  readonly stream: ReadableStream<Uint8Array>;
}

/** How long the archive of these pictures is; nothing is read for it. */
export const sizeOfArchive = (
  pictures: readonly Pick<ArchivePicture, 'contentType' | 'sizeBytes' | 'caption'>[],
) => sizeOfZip(pictures.flatMap((picture, index) => describeEntries(picture, index)));

/** What is held of pictures that are fetched before their turn, and of the one whose turn it is. */
const heldBytes = 12 * 1024 * 1024;

/**
 * A zip as trainers take it: `0001.jpg`, its caption in `0001.txt`, all at the root, in the order that is given.
 * Pictures are fetched while it is read, few at a time.
 */
export async function buildTrainingArchive(
  files: BrandFiles,
  pictures: readonly ArchivePicture[],
  { signal }: Stoppable = {},
): Promise<TrainingArchive> {
  // A reader who goes away ends what is being fetched for it.
  const leaving = new AbortController();
  const ended = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal;
  const entries = pictures.flatMap((picture, index) => toEntries(files, picture, index, ended));
  const zip = await streamZip(lookAhead(entries, { maximumBytes: heldBytes }));
  return { sizeBytes: sizeOfZip(entries), stream: onCancel(zip, (reason) => leaving.abort(reason)) };
}

function toEntries(
  files: BrandFiles,
  picture: ArchivePicture,
  index: number,
  signal: AbortSignal,
): ZipEntry[] {
  return describeEntries(picture, index).map(({ name, sizeBytes, text }) => ({
    name,
    sizeBytes,
    open: async () => (text ? [text] : retry(() => fetchPicture(files, picture, signal), { signal })),
  }));
}

/** A picture, and its caption where it has one. */
function describeEntries(
  { contentType, sizeBytes, caption }: Pick<ArchivePicture, 'contentType' | 'sizeBytes' | 'caption'>,
  index: number,
) {
  const stem = String(index + 1).padStart(4, '0');
  const image = {
    name: `${stem}.${isPictureType(contentType) ? toExtension(contentType) : 'jpg'}`,
    sizeBytes,
    text: null,
  };
  if (caption === null) return [image];
  const text = new TextEncoder().encode(caption);
  return [image, { name: `${stem}.txt`, sizeBytes: text.byteLength, text }];
}

async function fetchPicture(
  files: BrandFiles,
  { assetId, key, sizeBytes, sha256 }: ArchivePicture,
  signal: AbortSignal,
): Promise<Uint8Array[]> {
  const { body } = await getObject(files, { bucket: 'training-data', key }, { signal });
  const tooLong = () => changed(assetId);
  const pieces = body ? await readBytes(body, { maximumBytes: sizeBytes, tooLong, signal }) : [];
  const isWhole = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0) === sizeBytes;
  if (!isWhole || (sha256 !== null && (await hash(pieces)) !== sha256)) throw changed(assetId);
  return pieces;
}

async function hash(pieces: readonly Uint8Array[]): Promise<string> {
  const sha256 = await createSha256();
  for (const piece of pieces) sha256.update(piece);
  return sha256.digest();
}

/** Also tells somebody that the stream's reader has gone. */
function onCancel(
  stream: ReadableStream<Uint8Array>,
  tell: (reason: unknown) => void,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async (reason) => {
        tell(reason);
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

const changed = (assetId: string) =>
  new AiModelsError({
    code: 'storage_failed',
    message: `The file of picture ${assetId} is not the one that was inspected.`,
    hint: 'Remove the picture and upload it again.',
  });
