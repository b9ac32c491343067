/** What `fetch` needs to send a chunk of known length. */
export interface ChunkBody {
  /** The bytes, or a stream of views on them. */
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  /** What `fetch` cannot know of a stream: its length. */
  readonly headers: Record<string, string>;
  /** What `fetch` wants to hear where it is given a stream. */
  readonly duplex?: 'half';
}

const pieceBytes = 262_144;

/**
 * Node copies bytes that it is given twice before they are on their way, megabytes for each chunk; a stream of views it
 * sends as it is, and with the length that we say. Others would send a stream without any length, or not at all.
 */
export function toChunkBody(bytes: Uint8Array<ArrayBuffer>): ChunkBody {
  if (!globalThis.navigator?.userAgent?.startsWith('Node.js/')) return { body: bytes, headers: {} };
  return { body: viewsOf(bytes), duplex: 'half', headers: { 'content-length': String(bytes.length) } };
}

function viewsOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.subarray(at, at + pieceBytes));
        at += pieceBytes;
      },
    },
    { highWaterMark: 0 },
  );
}
