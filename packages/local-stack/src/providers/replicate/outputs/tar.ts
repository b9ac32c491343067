import type { ByteSource } from '../../serving/bytes.ts';

export interface TarEntry extends ByteSource {
  /** From the archive's root; a folder ends in a slash. */
  name: string;
}

const blockBytes = 512;
/** GNU tar and Python's tarfile fill the last record up to this. */
const recordBytes = 10_240;

/** An uncompressed tar archive (ustar), made as it is read. */
export function writeTar(entries: readonly TarEntry[], modifiedAt: number): ByteSource {
  const contentBytes = entries.reduce((total, { sizeBytes }) => total + blockBytes + padded(sizeBytes), 0);
  const sizeBytes = Math.ceil((contentBytes + 2 * blockBytes) / recordBytes) * recordBytes;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for (const entry of entries) {
      yield header(entry, modifiedAt);
      yield* entry.stream();
      const gap = padded(entry.sizeBytes) - entry.sizeBytes;
      if (gap > 0) yield Buffer.alloc(gap);
    }
    yield Buffer.alloc(sizeBytes - contentBytes);
  };
  return { sizeBytes, stream: () => streamOf(pieces()) };
}

const padded = (sizeBytes: number) => Math.ceil(sizeBytes / blockBytes) * blockBytes;

function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void pieces.return(undefined),
  });
}

function header({ name, sizeBytes }: TarEntry, modifiedAt: number): Buffer {
  const isFolder = name.endsWith('/');
  const block = Buffer.alloc(blockBytes);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  block.write(name, 0, 100);
  block.write(octal(isFolder ? 0o755 : 0o644, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(sizeBytes, 11), 124);
  block.write(octal(Math.floor(modifiedAt / 1000), 11), 136);
  block.write(' '.repeat(8), 148);
  block.write(isFolder ? '5' : '0', 156);
  block.write('ustar\x0000', 257);
  block.write('root', 265);
  block.write('root', 297);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
