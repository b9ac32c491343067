import { ConnectionDropped } from '../faults/connection-dropped.ts';

/** Bytes that are made as they are read, as often as they are asked for. */
export interface ByteSource {
  sizeBytes: number;
  stream(): ReadableStream<Uint8Array>;
}

export const toByteSource = (bytes: Uint8Array): ByteSource => ({
  sizeBytes: bytes.byteLength,
  stream: () => new Blob([new Uint8Array(bytes)]).stream(),
});

/** Only what lies from `start` up to, but not at, `end`; what comes before is made and thrown away. */
export function sliceBytes(source: ByteSource, start: number, end: number): ReadableStream<Uint8Array> {
  let position = 0;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      const from = Math.max(start - position, 0);
      const to = Math.min(end - position, chunk.byteLength);
      position += chunk.byteLength;
      if (from < to) controller.enqueue(chunk.subarray(from, to));
      if (position >= end) controller.terminate();
    },
  });
  return source.stream().pipeThrough(cut);
}

/** Breaks off in the middle, as a connection does. */
export function breakOff(stream: ReadableStream<Uint8Array>, afterBytes: number): ReadableStream<Uint8Array> {
  let position = 0;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      const left = afterBytes - position;
      position += chunk.byteLength;
      controller.enqueue(chunk.subarray(0, left));
      if (position >= afterBytes) controller.error(new ConnectionDropped('terminated'));
    },
  });
  return stream.pipeThrough(cut);
}
