import { cutText } from '../../shared/cut-text.ts';
import type { PictureSource } from '../../shared/picture-source.ts';
import type { Stoppable } from '../../shared/stoppable.ts';
import { readBytes } from '../read-bytes.ts';
import { classifyEntry, toBaseName, toStem } from './dataset-entry-name.ts';
import { archiveLimits, refuseArchive } from './dataset-limits.ts';
import { readZipDirectory, type ZipListing } from './dataset-zip-directory.ts';
import { readZipEntry } from './dataset-zip-entry.ts';

/** A zip: a File, bytes, or a stream, which is then held in memory. */
export type DatasetArchiveInput = Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;

/** A picture of an archive, with what lies beside it. */
interface DatasetPicture {
  readonly source: PictureSource;
  readonly caption: string | null;
}

/** What is in an archive that was not refused. */
export interface DatasetContent {
  /** In the order of the archive's list. */
  readonly pictures: readonly DatasetPicture[];
  /** What is neither a picture nor the caption of one. */
  readonly skipped: readonly {
    readonly name: string;
    readonly reason: 'no picture' | 'no picture for this caption';
  }[];
}

const longestCaption = 2_000;
const largestCaptionFile = 64 * 1024;

/**
 * Looks through the zip of a dataset: pictures, and captions in `.txt` files of the same name. Nothing is unpacked but
 * captions; a picture is when its source is opened.
 * @throws AiModelsError `archive_refused`
 */
export async function openDatasetArchive(
  input: DatasetArchiveInput,
  { signal }: Stoppable = {},
): Promise<DatasetContent> {
  const archive = await toBlob(input, signal);
  const listings = await readZipDirectory(archive);
  const sorted = listings.map((listing) => ({ listing, kind: classifyEntry(listing.name, listing.where) }));
  const ofKind = (kind: string) => sorted.flatMap((one) => (one.kind === kind ? [one.listing] : []));
  const captions = new Map(ofKind('caption').map((listing) => [toStem(listing.name), listing]));
  const pictures = ofKind('picture');
  const stems = new Set(pictures.map(({ name }) => toStem(name)));
  return {
    pictures: await Promise.all(
      pictures.map(async (listing) => ({
        source: toSource(archive, listing),
        caption: await readCaption(archive, captions.get(toStem(listing.name)), signal),
      })),
    ),
    skipped: [
      ...ofKind('other').map(({ name }) => ({ name, reason: 'no picture' as const })),
      ...ofKind('caption')
        .filter(({ name }) => !stems.has(toStem(name)))
        .map(({ name }) => ({ name, reason: 'no picture for this caption' as const })),
    ],
  };
}

async function toBlob(input: DatasetArchiveInput, signal: AbortSignal | undefined): Promise<Blob> {
  if (input instanceof Blob) return input;
  if (input instanceof Uint8Array) return new Blob([input]);
  const tooLong = () => refuseArchive('is larger than 1,024 MB');
  return new Blob(await readBytes(input, { maximumBytes: archiveLimits.archiveBytes, tooLong, signal }));
}

const toSource = (archive: Blob, listing: ZipListing): PictureSource => ({
  name: toBaseName(listing.name),
  open: (options) => readZipEntry(archive, listing, options),
});

async function readCaption(
  archive: Blob,
  listing: ZipListing | undefined,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  if (!listing) return null;
  const content = await readZipEntry(archive, listing, { maximumBytes: largestCaptionFile, signal });
  return cleanCaption(await content.text()) || null;
}

/** One line of plain text, cut where it is too long. */
export function cleanCaption(text: string): string {
  const plain = text.replace(/[\p{C}\s\ufffd]+/gu, ' ').trim();
  return cutText(plain, longestCaption).trim();
}
