import { crc32 } from '../../shared/hashing/crc32.ts';
import type { Stoppable } from '../../shared/stoppable.ts';
import { readBytes } from '../read-bytes.ts';
import { archiveLimits, refuseArchive } from './dataset-limits.ts';
import { decodeName, viewOf, type ZipListing } from './dataset-zip-directory.ts';

const localSignature = 0x04034b50;

/**
 * Unpacks one entry, never further than its list says.
 * @throws AiModelsError `archive_refused` where it is not what the list says
 */
export async function readZipEntry(
  archive: Blob,
  listing: ZipListing,
  { maximumBytes, signal }: { maximumBytes: number } & Stoppable,
): Promise<Blob> {
  const { where, isCompressed, packedBytes, unpackedBytes } = listing;
  if (unpackedBytes > maximumBytes) {
    throw refuseArchive(`is larger than ${Math.floor(maximumBytes / archiveLimits.harmlessBytes)} MB`, where);
  }
  const start = await findData(archive, listing);
  const packed = archive.slice(start, start + packedBytes).stream();
  const stream = isCompressed ? packed.pipeThrough(new DecompressionStream('deflate-raw')) : packed;
  const tooLong = () => refuseArchive('unpacks to more than it says', where);
  const chunks = await readBytes(stream, { maximumBytes: unpackedBytes, tooLong, signal }).catch(
    (error: unknown) => {
      // What inflating throws is a TypeError.
      throw error instanceof TypeError ? refuseArchive('is damaged', where) : error;
    },
  );
  const content = new Blob(chunks);
  if (content.size !== unpackedBytes || crc32(chunks) !== listing.crc32)
    throw refuseArchive('is damaged', where);
  return content;
}

/** Behind the entry's own header, which must say the same as the list: else two readers would see two archives. */
async function findData(
  archive: Blob,
  { name, where, isCompressed, offset, packedBytes, endsBefore }: ZipListing,
): Promise<number> {
  const header = await viewOf(archive, offset, offset + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== localSignature) {
    throw refuseArchive('is not where the list says', where);
  }
  const nameLength = header.getUint16(26, true);
  const ownName = await viewOf(archive, offset + 30, offset + 30 + nameLength);
  const isSame =
    decodeName(new Uint8Array(ownName.buffer)) === name &&
    header.getUint16(8, true) === (isCompressed ? 8 : 0) &&
    (header.getUint16(6, true) & 1) === 0;
  if (!isSame) throw refuseArchive('is something else than the list says', where);
  const start = offset + 30 + nameLength + header.getUint16(28, true);
  if (start + packedBytes > endsBefore) throw refuseArchive('shares its bytes with another one', where);
  return start;
}
