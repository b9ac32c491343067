import { AiModelsError } from '../errors/index.ts';
import { toAbortedError } from '../shared/pause.ts';
import type { PictureContent, PictureSource } from '../shared/picture-source.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { readBytes } from './read-bytes.ts';

/**
 * A picture to upload. Files on disk and on the web are sources from `@act/ai-models/node`: what a request's body says
 * never makes this package open a path or an address.
 */
export type PictureInput = PictureContent | PictureSource;

/** How far a picture is read. */
export interface ReadPictureOptions extends Stoppable {
  /** Larger ones are refused, before the whole is read. */
  readonly maximumBytes: number;
}

/** What a picture is called where it comes from, if it says so. */
export function nameOfPicture(input: PictureInput): string | null {
  if (!isObject(input) || !('name' in input)) return null;
  return typeof input.name === 'string' && input.name !== '' ? input.name : null;
}

/** Opens a picture; what comes as a stream is held in memory, up to the limit. */
export async function readPicture(input: PictureInput, options: ReadPictureOptions): Promise<Blob> {
  const { maximumBytes, signal } = options;
  const content = isSource(input) ? await openSource(input, options) : input;
  const tooLong = () => tooLarge(maximumBytes);
  if (content instanceof ReadableStream) {
    return new Blob(await readBytes(content, { maximumBytes, tooLong, signal }));
  }
  const blob = content instanceof Blob ? content : new Blob([toBytes(content)]);
  if (blob.size > maximumBytes) throw tooLong();
  return blob;
}

async function openSource(source: PictureSource, options: ReadPictureOptions): Promise<PictureContent> {
  try {
    return await source.open(options);
  } catch (error) {
    if (options.signal?.aborted) throw toAbortedError(options.signal);
    throw error;
  }
}

function toBytes(content: unknown): Uint8Array<ArrayBuffer> | ArrayBuffer {
  if (content instanceof ArrayBuffer) return content;
  if (content instanceof Uint8Array) return new Uint8Array(content);
  throw new AiModelsError({
    code: 'input_invalid',
    message: 'A picture has to be a File, Blob, Buffer, Uint8Array, ArrayBuffer or ReadableStream.',
    hint: 'For a path or an address pass pictureFromPath(…) or pictureFromUrl(…) of @act/ai-models/node.',
  });
}

const isSource = (input: PictureInput): input is PictureSource =>
  isObject(input) && 'open' in input && typeof input.open === 'function';

/** Callers in JavaScript pass what they like. */
const isObject = (input: unknown): input is object => typeof input === 'object' && input !== null;

function tooLarge(maximumBytes: number): AiModelsError {
  return new AiModelsError({
    code: 'picture_rejected',
    message: `The picture is larger than the ${toMegabytes(maximumBytes)} MB that this brand takes.`,
    hint: 'Save it smaller: 2,048 pixels on the longer side are more than training uses.',
  });
}

const toMegabytes = (bytes: number) => Math.floor((bytes / 1024 / 1024) * 10) / 10;
