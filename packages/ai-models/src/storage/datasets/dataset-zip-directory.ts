import { cutText } from '../../shared/cut-text.ts';
import { archiveLimits, refuseArchive } from './dataset-limits.ts';

/** An entry as the archive's list has it. */
export interface ZipListing {
  /** With its folders. */
  readonly name: string;
  /** For messages: its place in the list and its name. */
  readonly where: string;
  /** Deflated, or stored as it is. */
  readonly isCompressed: boolean;
  /** Of what is unpacked. */
  readonly crc32: number;
  /** What it takes in the archive. */
  readonly packedBytes: number;
  /** What it says that it takes unpacked. */
  readonly unpackedBytes: number;
  /** Where its own header begins. */
  readonly offset: number;
  /** Where the next one's, or the list, begins: it ends before. */
  readonly endsBefore: number;
}

const signatures = { entry: 0x02014b50, end: 0x06054b50, zip64Locator: 0x07064b50 };
const endBytes = 22;
const longestComment = 0xffff;

/**
 * Reads the list of an archive, and refuses what a plain zip of pictures has no need of: encryption, links, zip64, several
 * disks, entries that overlap, and what unpacks to far more than it is.
 * @throws AiModelsError `archive_refused`, saying what and where
 */
export async function readZipDirectory(archive: Blob): Promise<ZipListing[]> {
  if (archive.size > archiveLimits.archiveBytes) throw refuseArchive('is larger than 1,024 MB');
  const end = await readEnd(archive);
  const view = await viewOf(archive, end.offset, end.offset + end.sizeBytes);
  const listings: Omit<ZipListing, 'endsBefore'>[] = [];
  let at = 0;
  for (let index = 0; index < end.count; index += 1) {
    const { listing, next } = readListing(view, at, index);
    listings.push(listing);
    at = next;
  }
  if (at !== view.byteLength) throw refuseArchive('has a list that does not fit its entries');
  refuseBomb(listings);
  return withEnds(listings, end.offset);
}

async function readEnd(archive: Blob): Promise<{ count: number; sizeBytes: number; offset: number }> {
  const start = Math.max(0, archive.size - endBytes - longestComment);
  const view = await viewOf(archive, start, archive.size);
  const at = findEnd(view);
  if (at === null) throw refuseArchive('is no zip, or not a whole one');
  const [disk, listDisk, countHere, count] = [4, 6, 8, 10].map((offset) => view.getUint16(at + offset, true));
  const sizeBytes = view.getUint32(at + 12, true);
  const offset = view.getUint32(at + 16, true);
  const isZip64 = at >= 20 && view.getUint32(at - 20, true) === signatures.zip64Locator;
  if (isZip64 || count === 0xffff || offset === 0xffffffff) throw refuseArchive('uses zip64');
  if (disk !== 0 || listDisk !== 0 || count !== countHere || count === undefined) {
    throw refuseArchive('is one of several parts');
  }
  if (count === 0) throw refuseArchive('is empty');
  if (count > archiveLimits.entries) throw refuseArchive(`has more than ${archiveLimits.entries} entries`);
  if (sizeBytes > archiveLimits.directoryBytes || offset + sizeBytes !== start + at) {
    throw refuseArchive('has a list that is not where it says');
  }
  return { count, sizeBytes, offset };
}

/** The end's own comment must end with the archive: else the signature was only a part of a comment. */
function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - endBytes; at >= 0; at -= 1) {
    const isEnd = view.getUint32(at, true) === signatures.end;
    if (isEnd && at + endBytes + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return null;
}

function readListing(
  view: DataView,
  at: number,
  index: number,
): { listing: Omit<ZipListing, 'endsBefore'>; next: number } {
  const number = `entry ${index + 1}`;
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== signatures.entry) {
    throw refuseArchive('is not in the list', number);
  }
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)] as const;
  const [crc32, packedBytes, unpackedBytes] = [16, 20, 24].map((offset) => view.getUint32(at + offset, true));
  const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  const next = at + 46 + lengths.reduce((sum, length) => sum + length, 0);
  if (next > view.byteLength) throw refuseArchive('is longer than the list', number);
  const name = decodeName(new Uint8Array(view.buffer, view.byteOffset + at + 46, lengths[0] ?? 0));
  const where = `${number}, ${JSON.stringify(cutText(name, 120))},`;
  const offset = view.getUint32(at + 42, true);
  const problem = findProblem({
    flags,
    method,
    disk: view.getUint16(at + 34, true),
    mode: view.getUint32(at + 38, true) >>> 28,
    isZip64: [packedBytes, unpackedBytes, offset].includes(0xffffffff),
  });
  if (problem) throw refuseArchive(problem, where);
  const sizes = { crc32: crc32 ?? 0, packedBytes: packedBytes ?? 0, unpackedBytes: unpackedBytes ?? 0 };
  return { listing: { name, where, isCompressed: method === 8, ...sizes, offset }, next };
}

const encrypted = 0b10_0000_0100_0001;
/** The upper four bits of what Unix notes of a file. */
const plainModes = { unknown: 0, folder: 4, file: 8 };

interface ListedFacts {
  readonly flags: number;
  readonly method: number;
  readonly disk: number;
  readonly mode: number;
  readonly isZip64: boolean;
}

function findProblem({ flags, method, disk, mode, isZip64 }: ListedFacts): string | null {
  if ((flags & encrypted) !== 0 || method === 99) return 'is encrypted';
  if (method !== 0 && method !== 8) return 'is compressed in a way that is not known here';
  if (isZip64) return 'uses zip64';
  if (disk !== 0) return 'is in another part of the archive';
  return Object.values(plainModes).includes(mode) ? null : 'is a link or a device';
}

function refuseBomb(listings: readonly Omit<ZipListing, 'endsBefore'>[]): void {
  for (const { packedBytes, unpackedBytes, isCompressed, where } of listings) {
    if (!isCompressed && packedBytes !== unpackedBytes) throw refuseArchive('has two lengths', where);
    const isTrap =
      unpackedBytes > archiveLimits.harmlessBytes && unpackedBytes > packedBytes * archiveLimits.ratio;
    if (isTrap) throw refuseArchive('unpacks to more than a hundred times its size', where);
  }
  const total = listings.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (total > archiveLimits.unpackedBytes) throw refuseArchive('unpacks to more than 2,048 MB');
}

/** Entries that share bytes are how a small archive unpacks to a huge one without compressing much. */
function withEnds(listings: readonly Omit<ZipListing, 'endsBefore'>[], listOffset: number): ZipListing[] {
  const starts = [...listings.map(({ offset }) => offset), listOffset].sort((one, other) => one - other);
  return listings.map((listing) => {
    const endsBefore = starts[starts.lastIndexOf(listing.offset) + 1] ?? 0;
    const isAlone = starts.indexOf(listing.offset) === starts.lastIndexOf(listing.offset);
    if (!isAlone || listing.offset + 30 + listing.packedBytes > endsBefore) {
      throw refuseArchive('shares its bytes with another one', listing.where);
    }
    return { ...listing, endsBefore };
  });
}

/** UTF-8, or one byte a letter: what is in the file is what counts, not what the flags say of it. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
}

/** A part of an archive, as much of it as there is. */
export const viewOf = async (archive: Blob, start: number, end: number): Promise<DataView> =>
  new DataView(await archive.slice(start, end).arrayBuffer());
