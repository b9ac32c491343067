import type { Metadata, Sharp } from 'sharp';
import type { PictureType } from '../shared/picture-type.ts';
import { bucketLimits } from '../storage/bucket-limits.ts';
import type { PictureChange } from './inspection-result.ts';
import type { PictureStructure } from './picture-structure.ts';

export interface CleanCopyOptions {
  /** Opens the picture, turned as it is to be seen. */
  readonly open: () => Sharp;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: PictureType;
  readonly structure: PictureStructure;
  readonly metadata: Metadata;
}

export interface CleanCopy {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: PictureType;
  readonly changes: readonly PictureChange[];
}

/** A picture of nothing but opaque 8-bit sRGB pixels the right way up; the same bytes where it is one already. */
export async function toCleanCopy(options: CleanCopyOptions): Promise<CleanCopy> {
  const { bytes, type, metadata, structure } = options;
  const changes = listChanges(metadata, structure);
  if (changes.length === 0) return { content: bytes, type, changes };
  const upright = metadata.hasAlpha ? await flatten(options.open) : options.open();
  const pixels = upright.toColourspace('srgb');
  const content = await encode(pixels.clone(), type, structure);
  return content.byteLength <= bucketLimits['training-data']
    ? { content, type, changes }
    : { content: await encode(pixels, 'image/jpeg', structure), type: 'image/jpeg', changes };
}

function listChanges(metadata: Metadata, { hasExtras }: PictureStructure): PictureChange[] {
  const { orientation = 1, space, depth, exif, xmp, iptc, comments = [], icc, hasAlpha } = metadata;
  const changes: PictureChange[] = [];
  if (orientation > 1) changes.push('turned');
  if (hasExtras || exif || xmp || iptc || comments.length > 0) changes.push('metadata_removed');
  if (!['srgb', 'b-w'].includes(space) || depth !== 'uchar' || isForeignProfile(icc)) {
    changes.push('colours_converted');
  }
  if (hasAlpha) changes.push('made_opaque');
  return changes;
}

/** A trainer does not look at profiles, so other colours than sRGB would be learned wrongly. */
function isForeignProfile(icc: Buffer | undefined): boolean {
  if (!icc) return false;
  // Its name is in ASCII, or from version 4 on in UTF-16.
  return !icc.toString('latin1').replaceAll('\0', '').includes('sRGB');
}

/** Onto white, unless that would hide it: a white logo goes onto black. */
async function flatten(open: () => Sharp): Promise<Sharp> {
  const data = await open()
    .resize(64, 64, { fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  let [light, opacity] = [0, 0];
  for (let at = 0; at + 3 < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    light += alpha * (((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3);
    opacity += alpha;
  }
  return open().flatten({ background: light > 230 * opacity ? '#000000' : '#ffffff' });
}

/** Without a profile or any other metadata: that is what sharp does unless it is told to keep them. */
async function encode(
  pixels: Sharp,
  type: PictureType,
  { isLossless }: PictureStructure,
): Promise<Uint8Array<ArrayBuffer>> {
  // Visibly the same; the file is decoded once more in training and never again written by us.
  const quality = 95;
  if (type === 'image/png') return new Uint8Array(await pixels.png().toBuffer());
  if (type === 'image/webp')
    return new Uint8Array(await pixels.webp({ quality, lossless: isLossless }).toBuffer());
  return new Uint8Array(await pixels.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer());
}
