import type { FileHandle } from 'node:fs/promises';
import type { ByteRange } from './byte-range.ts';

const chunkBytes = 256 * 1024;

/**
 * A part of an open file, as the body of a response. Few bytes are read at once; many are streamed, one chunk for each
 * time that the reader asks. Either way the file is closed: at the end, on an error, and when the reader goes away.
 */
export async function toBody(
  file: FileHandle,
  range: ByteRange,
): Promise<Uint8Array<ArrayBuffer> | ReadableStream> {
  const sizeBytes = range.end + 1 - range.start;
  if (sizeBytes > chunkBytes) return streamBytes(file, range);
  try {
    return await readBytes(file, range.start, sizeBytes);
  } finally {
    await file.close();
  }
}

function streamBytes(file: FileHandle, { start, end }: ByteRange): ReadableStream {
  let position = start;
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const chunk = await readBytes(file, position, Math.min(chunkBytes, end + 1 - position));
          position += chunk.byteLength;
          controller.enqueue(chunk);
          if (position <= end) return;
          controller.close();
          await file.close();
        } catch (error) {
          await file.close();
          throw error;
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
}

async function readBytes(
  file: FileHandle,
  position: number,
  sizeBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(sizeBytes);
  for (let filled = 0; filled < sizeBytes; ) {
    const { bytesRead } = await file.read(bytes, filled, sizeBytes - filled, position + filled);
    if (bytesRead === 0) throw new Error('The file is shorter than it was.');
    filled += bytesRead;
  }
  return bytes;
}
