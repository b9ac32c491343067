import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { DatasetRefusedError } from './dataset-refused-error.ts';

/** A file at the root of an archive. */
export interface ArchiveEntry {
  name: string;
  /** The whole file, its checksum compared. */
  read(): Promise<Buffer>;
}

const maxFileBytes = 256 * 1024 ** 2;

/** The files at a zip's root but for what macOS adds; folders are not looked into. Closes the file at the end. */
export async function* readEntries(path: string): AsyncGenerator<ArchiveEntry> {
  const zip = await openPromise(path, { autoClose: false }).catch(refuseArchive);
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName: name } = entry;
      if (name.includes('/') || name.startsWith('.')) continue;
      yield { name, read: () => readEntry(zip, entry) };
    }
  } catch (error) {
    throw DatasetRefusedError.isInstance(error) ? error : refuseArchive(error);
  } finally {
    zip.close();
  }
}

function refuseArchive(cause: unknown): never {
  throw new DatasetRefusedError({
    type: 'ValueError',
    message: 'input_images must be a zip file',
    cause,
  });
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const refuse = (cause?: unknown): never => {
    const message = `Bad CRC-32 for file '${entry.fileName}'`;
    throw new DatasetRefusedError({ type: 'zipfile.BadZipFile', message, cause });
  };
  // A declared size is held to while reading: yauzl ends an entry that is larger.
  if (entry.uncompressedSize > maxFileBytes) return refuse();
  const bytes = await zip.openReadStreamPromise(entry).then(buffer).catch(refuse);
  return crc32(bytes) === entry.crc32 ? bytes : refuse();
}
