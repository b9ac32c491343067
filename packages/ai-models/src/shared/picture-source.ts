import type { Stoppable } from './stoppable.ts';
/** Bytes, whole or on their way. */
export type PictureContent =
  | Blob
  | Uint8Array<ArrayBuffer>
  | ArrayBuffer
  | ReadableStream<Uint8Array<ArrayBuffer>>;

/** How a source is opened. */
export interface OpenPictureOptions extends Stoppable {
  /** More is not going to be read: whoever knows that there is more may refuse before. */
  readonly maximumBytes: number;
}

/** A picture that is opened when its turn comes: of many, few are in memory at once. */
export interface PictureSource {
  /** What the picture is called where it comes from. */
  readonly name: string;
  /** Opens the picture; once for each time that it is read. */
  open(options: OpenPictureOptions): Promise<PictureContent>;
}
