import { once } from 'node:events';
import { Readable } from 'node:stream';

/** A request's body as Node's streams take it. */
export interface RequestStream {
  bytes: Readable;
  /** Takes no more for use. What the client still sends is read and dropped, within reason. */
  stop(): void;
}

const maxDroppedBytes = 64 * 1024 * 1024;

/**
 * Streams a body so that stopping half way leaves the connection in order. Were the rest left unread, the client would
 * send its next request behind it on the same connection, and lose it with the connection.
 */
export function streamRequest(body: ReadableStream<Uint8Array> | null): RequestStream {
  if (!body) return { bytes: Readable.from([]), stop: () => undefined };
  const bytes = Readable.from(body.values({ preventCancel: true }), { objectMode: false });
  // Errors after the last reader went have nobody to tell.
  bytes.on('error', () => undefined);
  const stop = async () => {
    bytes.destroy();
    if (!bytes.closed) await once(bytes, 'close');
    await drop(body);
  };
  return { bytes, stop: () => void stop().catch(() => undefined) };
}

async function drop(body: ReadableStream<Uint8Array>): Promise<void> {
  let droppedBytes = 0;
  for await (const chunk of body) {
    droppedBytes += chunk.byteLength;
    if (droppedBytes > maxDroppedBytes) return;
  }
}
