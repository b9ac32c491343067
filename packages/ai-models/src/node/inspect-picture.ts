import type { Metadata, Sharp } from 'sharp';
import { AiModelsError } from '../errors/index.ts';
import { createSha256 } from '../shared/hashing/sha256.ts';
import { isPictureType, type PictureType, sniffPictureType } from '../shared/picture-type.ts';
import { bucketLimits } from '../storage/bucket-limits.ts';
import { toCleanCopy } from './clean-copy.ts';
import type { InspectionResult, PictureChange, Rejection } from './inspection-result.ts';
import { judgePicture, leastSide } from './judge-picture.ts';
import { loadSharp, type OpenWithSharp } from './load-sharp.ts';
import { measurePixels } from './measure-pixels.ts';
import { hashGrid, toPerceptualHash } from './perceptual-hash.ts';
import { type PictureStructure, readPictureStructure } from './picture-structure.ts';
import { maximumPixels, sharpOptions } from './sharp-options.ts';
import { toThumbnail } from './to-thumbnail.ts';

/** What is said of a picture, and how large it may be. */
export interface InspectPictureOptions {
  /** What the file was said to be; another type is noted as a change. Default: nothing was said. */
  readonly claimedType?: string | null | undefined;
  /** Larger files are rejected. Default 20 MiB, which is what storage takes. */
  readonly maximumBytes?: number | undefined;
}

/** As training sees a picture. */
const measuredSide = 1024;

/** Looks into a picture: what it is, whether it can be trained with, how good it is, and what has to go out of it. */
export async function inspectPicture(
  bytes: Uint8Array<ArrayBuffer>,
  options: InspectPictureOptions = {},
): Promise<InspectionResult> {
  const { maximumBytes = bucketLimits['training-data'], claimedType = null } = options;
  const sharp = await loadSharp();
  try {
    if (bytes.byteLength > maximumBytes) throw new Rejected('too_large', 'The file is too large.');
    const type = checkType(bytes);
    const structure = readPictureStructure(bytes, type);
    if (structure.isAnimated) throw new Rejected('animated', 'The picture moves; training takes still ones.');
    const metadata = await readMetadata(sharp, bytes);
    checkSize(metadata.autoOrient);
    const renamed: PictureChange[] = claimedType === null || claimedType === type ? [] : ['renamed'];
    return await look({ sharp, bytes, type, structure, metadata, renamed });
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { outcome: 'rejected', rejection: error.rejection, message: error.message };
  }
}

interface Opened {
  readonly sharp: OpenWithSharp;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: PictureType;
  readonly structure: PictureStructure;
  readonly metadata: Metadata;
  readonly renamed: readonly PictureChange[];
}

async function look({ sharp, bytes, renamed, ...picture }: Opened): Promise<InspectionResult> {
  const open = () => sharp(bytes, sharpOptions).autoOrient();
  const clean = await decode(toCleanCopy({ open, bytes, ...picture }));
  const { type, content } = clean;
  const { thumbnail, grey, hash, width, height } = await decode(render(sharp, content));
  const measures = measurePixels(grey);
  return {
    outcome: 'ready',
    type,
    width,
    height,
    sizeBytes: content.byteLength,
    sha256: await hashOf(content),
    perceptualHash: toPerceptualHash(hash),
    measures,
    findings: judgePicture({ width, height }, measures),
    changes: [...clean.changes, ...renamed],
    content,
    thumbnail,
  };
}

/** Decodes the picture once and makes everything else from the small one. */
async function render(sharp: OpenWithSharp, content: Uint8Array<ArrayBuffer>) {
  const { width, height } = await sharp(content, sharpOptions).metadata();
  const small = await sharp(content, sharpOptions)
    .resize({ width: measuredSide, height: measuredSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: smallWidth, height: smallHeight, channels } = small.info;
  const open = () => sharp(small.data, { raw: { width: smallWidth, height: smallHeight, channels } });
  const grey = await toGrey(open());
  const hash = await toGrey(open().resize({ ...hashGrid, fit: 'fill' }));
  return {
    width,
    height,
    grey: { data: grey, width: smallWidth, height: smallHeight },
    hash,
    thumbnail: await toThumbnail(open()),
  };
}

const toGrey = (picture: Sharp): Promise<Buffer> =>
  picture.greyscale().toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer();

function checkType(bytes: Uint8Array): PictureType {
  const type = sniffPictureType(bytes);
  if (type !== null && isPictureType(type)) return type;
  throw new Rejected('type_unknown', `This is ${type ?? 'no picture that is known'}; use JPEG, PNG or WebP.`);
}

async function readMetadata(sharp: OpenWithSharp, bytes: Uint8Array): Promise<Metadata> {
  return decode(sharp(bytes, sharpOptions).metadata());
}

function checkSize({ width, height }: { width: number; height: number }): void {
  if (width * height > maximumPixels) throw tooManyPixels();
  if (Math.min(width, height) < leastSide.accepted) {
    throw new Rejected(
      'too_small',
      `The picture is ${width} × ${height} pixels; its shorter side needs ${leastSide.accepted}, better ${leastSide.recommended}.`,
    );
  }
}

/** What sharp cannot do with a picture is the picture's fault, since its type and size were checked before. */
async function decode<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (AiModelsError.isInstance(error)) throw error;
    const message = error instanceof Error ? error.message : '';
    if (/pixel limit/i.test(message)) throw tooManyPixels();
    throw new Rejected('unreadable', 'The file is damaged or incomplete.', error);
  }
}

const tooManyPixels = () =>
  new Rejected('too_many_pixels', `The picture has more than ${maximumPixels / 1e6} million pixels.`);

class Rejected extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection, message: string, cause?: unknown) {
    super(message, { cause });
    this.rejection = rejection;
  }
}

async function hashOf(content: Uint8Array): Promise<string> {
  const sha256 = await createSha256();
  sha256.update(content);
  return sha256.digest();
}
