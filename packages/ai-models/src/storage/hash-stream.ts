import { type ByteSource, toByteStream } from '../shared/byte-reader.ts';
import { createSha256 } from '../shared/hashing/sha256.ts';
import { toAbortedError } from '../shared/pause.ts';

/** What went through a stream that has come to its end. */
export interface StreamedBytes {
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** How many there were. */
  readonly sizeBytes: number;
}

/** Passes bytes on and hashes them. `onEnd` may throw: then the stream fails instead of ending. */
export async function hashStream(
  { pull, cancel }: ByteSource,
  onEnd: (streamed: StreamedBytes) => void,
): Promise<ReadableStream<Uint8Array>> {
  const hash = await createSha256();
  let sizeBytes = 0;
  return toByteStream({
    cancel,
    pull: async () => {
      const bytes = await pull();
      if (bytes === null) onEnd({ sha256: hash.digest(), sizeBytes });
      else {
        hash.update(bytes);
        sizeBytes += bytes.length;
      }
      return bytes;
    },
  });
}

/** Reads to the end for nothing but the hash. */
export async function hashOf(
  { pull, cancel }: ByteSource,
  signal: AbortSignal | undefined,
): Promise<StreamedBytes> {
  // A read that waits does not look at the signal.
  const stop = () => void cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const hash = await createSha256();
    let sizeBytes = 0;
    for (let bytes = await pull(); bytes !== null; bytes = await pull()) {
      hash.update(bytes);
      sizeBytes += bytes.length;
    }
    if (signal?.aborted) throw toAbortedError(signal);
    return { sha256: hash.digest(), sizeBytes };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
