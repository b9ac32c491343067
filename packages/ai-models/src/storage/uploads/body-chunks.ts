/** A part of a body. */
export interface BodyChunk {
  /** Good until the chunk after the next one is asked for: its memory is used again. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The body has ended, without an error, after this one. */
  readonly isLast: boolean;
}

/** A body, one part after the other. */
export interface BodyChunks {
  /** One at a time; the last one may be empty only where the body is. */
  next(): Promise<BodyChunk>;
  /** Tells the source that no more is wanted; a `next` that waits ends at once. */
  cancel(reason?: unknown): void;
}

/** Cuts a body into chunks of one size, holding two: one may be on its way while the next is filled. */
export function readChunks(body: ReadableStream<Uint8Array>, chunkBytes: number): BodyChunks {
  const reader = body.getReader();
  const memory = [new Uint8Array(chunkBytes), new Uint8Array(chunkBytes)] as const;
  let turn: 0 | 1 = 0;
  let rest: Uint8Array = new Uint8Array();

  return {
    cancel: (reason) => void reader.cancel(reason).catch(() => undefined),
    next: async () => {
      turn = turn === 0 ? 1 : 0;
      const chunk = memory[turn];
      for (let filled = 0; ; ) {
        if (rest.length === 0) {
          const { done, value } = await reader.read();
          // Also where a chunk is full: only the end of the body makes it the last one.
          if (done) return { bytes: chunk.subarray(0, filled), isLast: true };
          rest = value;
        }
        if (filled === chunkBytes && rest.length > 0) return { bytes: chunk, isLast: false };
        const part = rest.subarray(0, chunkBytes - filled);
        chunk.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
      }
    },
  };
}
