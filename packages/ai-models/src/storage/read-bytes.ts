import { toAbortedError } from '../shared/pause.ts';
import type { Stoppable } from '../shared/stoppable.ts';

/** How far a stream is read. */
export interface ReadBytesOptions extends Stoppable {
  /** More is not read. */
  readonly maximumBytes: number;
  /** Thrown where there is more. */
  readonly tooLong: () => Error;
}

/** The same as one piece; a body that is not there is an empty one. */
export async function readWhole(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  options: ReadBytesOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces = body ? await readBytes(body, options) : [];
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** Reads a stream to its end, but never more than is allowed; a stream that is given up is closed. */
export async function readBytes(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  { maximumBytes, tooLong, signal }: ReadBytesOptions,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const reader = stream.getReader();
  // A read that waits for bytes does not look at the signal.
  const stop = () => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    if (signal?.aborted) throw toAbortedError(signal);
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for (let size = 0; ; ) {
      const { done, value } = await reader.read();
      if (signal?.aborted) throw toAbortedError(signal);
      if (done) return chunks;
      size += value.byteLength;
      if (size > maximumBytes) throw tooLong();
      chunks.push(value);
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined);
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
