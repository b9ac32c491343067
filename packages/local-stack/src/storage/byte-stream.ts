import type { FileHandle } from 'node:fs/promises';
import type { ByteRange } from './byte-range.ts';

const chunkBytes = 256 * 1024;

/** Streams a part of an open file and closes it: at the end, on an error, and when the reader goes away. */
export function streamBytes(file: FileHandle, { start, end }: ByteRange): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const length = Math.min(chunkBytes, end + 1 - position);
          const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, position);
          if (bytesRead === 0) throw new Error('The file is shorter than it was.');
          position += bytesRead;
          controller.enqueue(buffer.subarray(0, bytesRead));
          if (position <= end) return;
          await file.close();
          controller.close();
        } catch (error) {
          await file.close();
          throw error;
        }
      },
      cancel: () => file.close(),
    },
    // Read only when somebody asks, so that a slow reader holds one chunk.
    { highWaterMark: 0 },
  );
}
