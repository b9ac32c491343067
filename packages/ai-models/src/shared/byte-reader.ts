/** Reads a stream in amounts that the reader chooses, holding no more than was asked for. */
export interface ByteReader {
  /** The next bytes as they come, at most so many; null at the end. */
  read(maximumBytes?: number): Promise<Uint8Array | null>;
  /** Exactly so many, or what is left before the end. What is asked for is held: keep it small. */
  take(sizeBytes: number): Promise<Uint8Array>;
  /** Gives back what was read last, to be read again. */
  unread(bytes: Uint8Array): void;
  /** Tells the source that no more is wanted. */
  cancel(reason?: unknown): Promise<void>;
}

/** Where the bytes come from, piece by piece. */
export interface ByteSource {
  /** Null at the end. */
  pull(): Promise<Uint8Array | null>;
  cancel(reason?: unknown): Promise<void>;
}

export function createByteReader({ pull, cancel }: ByteSource): ByteReader {
  let rest: Uint8Array = new Uint8Array();

  async function read(maximumBytes = Number.POSITIVE_INFINITY): Promise<Uint8Array | null> {
    while (rest.length === 0) {
      const pulled = await pull();
      if (pulled === null) return null;
      rest = pulled;
    }
    const bytes = rest.subarray(0, maximumBytes);
    rest = rest.subarray(bytes.length);
    return bytes;
  }

  return {
    read,
    cancel,
    unread: (bytes) => {
      rest = concatenate([bytes, rest]);
    },
    take: async (sizeBytes) => {
      const pieces: Uint8Array[] = [];
      for (let missing = sizeBytes; missing > 0; ) {
        const piece = await read(missing);
        if (piece === null) break;
        pieces.push(piece);
        missing -= piece.length;
      }
      return concatenate(pieces);
    },
  };
}

/** The source of a stream's bytes; the stream is locked to it. */
export function toByteSource(stream: ReadableStream<Uint8Array>): ByteSource {
  const reader = stream.getReader();
  return {
    pull: async () => (await reader.read()).value ?? null,
    cancel: (reason) => reader.cancel(reason),
  };
}

/** The same source; what it throws is told in other words. */
export const withErrors = ({ pull, cancel }: ByteSource, toError: (error: unknown) => Error): ByteSource => ({
  cancel,
  pull: () =>
    pull().catch((error: unknown) => {
      throw toError(error);
    }),
});

/** A stream that asks its source for no more than is read. */
export function toByteStream({ pull, cancel }: ByteSource): ReadableStream<Uint8Array<ArrayBufferLike>> {
  return new ReadableStream(
    {
      pull: async (controller) => {
        const bytes = await pull();
        if (bytes === null) controller.close();
        else controller.enqueue(bytes);
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
