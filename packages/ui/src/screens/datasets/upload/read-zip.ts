import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import type { Picked, PickedFile, Refusal, RefusalReason } from './picked-file.ts';
import { isClutter, pictureTypeOf, readPictureType } from './picture-type.ts';

interface ZipLimits {
  readonly maximumPictures: number;
  readonly maximumPictureBytes: number;
  /** Of all that is in it, unpacked, pictures or not: a zip can hold a thousand times what it weighs. */
  readonly maximumTotalBytes: number;
}

export const zipLimits = { maximumPictures: 2000, maximumTotalBytes: 1024 ** 3 };

/** The pictures in a zip. It is read piece by piece, and no further than its limits. */
export async function readZip(zip: File, limits: ZipLimits): Promise<Picked> {
  const taken: PickedFile[] = [];
  const refused: Refusal[] = [];
  let totalBytes = 0;
  let isOver = false;
  const unzip = new Unzip((entry) => {
    if (entry.name.endsWith('/') || isClutter(entry.name)) return pass(entry, count);
    const isPicture = pictureTypeOf(entry.name) !== null;
    if (!isPicture) refuse(entry.name, 'notPicture');
    if (isPicture && taken.length >= limits.maximumPictures) {
      refuse(entry.name, 'overLimit');
      return pass(entry, count);
    }
    return isPicture ? unpack(entry) : pass(entry, count);
  });
  unzip.register(UnzipInflate);

  function refuse(path: string, reason: RefusalReason) {
    refused.push({ name: baseName(path), reason });
  }
  function count(bytes: number) {
    totalBytes += bytes;
    isOver ||= totalBytes > limits.maximumTotalBytes;
  }
  function unpack(entry: UnzipFile) {
    let parts: Uint8Array<ArrayBuffer>[] = [];
    let sizeBytes = 0;
    let isRefused = false;
    const giveUp = (reason: RefusalReason) => {
      if (!isRefused) refuse(entry.name, reason);
      isRefused = true;
      parts = [];
    };
    entry.ondata = (error, part, isLast) => {
      if (error) return giveUp('unreadable');
      count(part.length);
      sizeBytes += part.length;
      if (sizeBytes > limits.maximumPictureBytes) return giveUp('tooLarge');
      if (isRefused || isOver) return;
      // A copy, because the decoder writes on where this one lies.
      parts.push(part.slice());
      if (!isLast) return;
      const type = readPictureType(parts[0] ?? new Uint8Array());
      if (sizeBytes === 0 || type === null) return giveUp(sizeBytes === 0 ? 'empty' : 'notPicture');
      // Its own time is not in the stream; the zip's makes the same zip give the same files again.
      const file = new File(parts, baseName(entry.name), { type, lastModified: zip.lastModified });
      taken.push({ file, path: `${zip.name}/${entry.name}` });
    };
    entry.start();
  }

  try {
    for await (const piece of zip.stream()) {
      unzip.push(piece);
      if (isOver) break;
    }
    if (!isOver) unzip.push(new Uint8Array(), true);
  } catch {
    refused.push({ name: zip.name, reason: 'unreadable' });
  }
  if (isOver) refused.push({ name: zip.name, reason: 'overLimit' });
  const isNoZip = taken.length === 0 && refused.length === 0;
  return { taken, refused: isNoZip ? [{ name: zip.name, reason: 'unreadable' }] : refused };
}

/** Unpacked and forgotten: the reader would keep for later what nobody asks for. */
const pass = (entry: UnzipFile, count: (bytes: number) => void) => {
  entry.ondata = (error, part) => {
    if (!error) count(part.length);
  };
  entry.start();
};

const baseName = (path: string) => path.split(/[/\\]/).findLast(Boolean) ?? path;
