import type { Noise } from './noise.ts';

const chunkBytes = 256 * 1024;

/** A file of a head and so much noise, one chunk for each time that the reader asks. */
export function streamPieces(head: Uint8Array, noise: Noise, noiseBytes: number): ReadableStream<Uint8Array> {
  const sizeBytes = head.byteLength + noiseBytes;
  let position = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = new Uint8Array(Math.min(chunkBytes, sizeBytes - position));
        const fromHead = head.subarray(position, position + chunk.byteLength);
        chunk.set(fromHead);
        noise.fill(chunk.subarray(fromHead.byteLength), Math.max(0, position - head.byteLength));
        position += chunk.byteLength;
        controller.enqueue(chunk);
        if (position === sizeBytes) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
