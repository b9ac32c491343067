import type { PictureType } from '../shared/picture-type.ts';
import type { PictureMeasures } from './measure-pixels.ts';

/** Why pictures cannot be trained with, as words for programs. */
export const rejections = [
  'type_unknown',
  'too_large',
  'too_many_pixels',
  'too_small',
  'animated',
  'unreadable',
  'file_missing',
] as const;
/** Why a picture cannot be trained with. */
export type Rejection = (typeof rejections)[number];

/** What had to be changed, in the clean copy. */
export type PictureChange = 'turned' | 'metadata_removed' | 'colours_converted' | 'made_opaque' | 'renamed';

/** What a person should know of a picture that trains all the same. */
export type PictureFinding = 'small' | 'blurred' | 'dark' | 'bright' | 'low_contrast';

/** A picture that cannot be trained with. */
export interface RejectedPicture {
  readonly outcome: 'rejected';
  /** Why, as a word for programs. */
  readonly rejection: Rejection;
  /** For the person who uploaded it. */
  readonly message: string;
}

/** A picture to train with, with everything that has to go out of it taken out. */
export interface ReadyPicture {
  readonly outcome: 'ready';
  /** What it is, by its content. */
  readonly type: PictureType;
  /** In pixels, the right way up. */
  readonly width: number;
  /** In pixels, the right way up. */
  readonly height: number;
  /** Of the bytes that are to be kept. */
  readonly sizeBytes: number;
  /** Of the bytes that are to be kept. */
  readonly sha256: string;
  /** Nearly the same for pictures that look the same; 16 hexadecimal digits. */
  readonly perceptualHash: string;
  /** How sharp and how bright it is. */
  readonly measures: PictureMeasures;
  /** What a person should know of it. */
  readonly findings: readonly PictureFinding[];
  /** What had to be changed; empty where its bytes are those that came. */
  readonly changes: readonly PictureChange[];
  /** The bytes that are to be kept: the same as those that came, where nothing was changed. */
  readonly content: Uint8Array<ArrayBuffer>;
  /** WebP, at most 480 pixels on its longer side. */
  readonly thumbnail: Uint8Array<ArrayBuffer>;
}

/** What was found: a picture to train with, or why it is none. */
export type InspectionResult = RejectedPicture | ReadyPicture;
