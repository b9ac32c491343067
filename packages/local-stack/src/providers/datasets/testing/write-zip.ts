import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  content: Uint8Array | string;
  /** Default `false`: as it is. */
  deflate?: boolean;
  /** Instead of the right checksum. */
  crc?: number;
}

/** A zip, written by the rules of the format alone. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const written = entries.map((entry) => ({ entry, ...compress(entry) }));
  const locals = written.map((file) => Buffer.concat([localHeader(file), file.data]));
  let offset = 0;
  const directory = Buffer.concat(
    written.map((file, index) => {
      const header = centralHeader(file, offset);
      offset += locals[index]?.byteLength ?? 0;
      return header;
    }),
  );
  return Buffer.concat([...locals, directory, endRecord(entries.length, directory.byteLength, offset)]);
}

function compress({ content, deflate = false, crc }: ZipEntry) {
  const bytes = Buffer.from(content);
  return {
    data: deflate ? deflateRawSync(bytes) : bytes,
    sizeBytes: bytes.byteLength,
    method: deflate ? 8 : 0,
    checksum: crc ?? crc32(bytes),
  };
}

type Written = ReturnType<typeof compress> & { entry: ZipEntry };

/** What both headers share, from the version needed to the length of the extra field. */
function commonFields({ entry, data, sizeBytes, method, checksum }: Written): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(data.byteLength, 14);
  fields.writeUInt32LE(sizeBytes, 18);
  fields.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return fields;
}

const localHeader = (file: Written) =>
  Buffer.concat([Buffer.from('PK\x03\x04'), commonFields(file), Buffer.from(file.entry.name)]);

function centralHeader(file: Written, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00'),
    commonFields(file),
    rest,
    Buffer.from(file.entry.name),
  ]);
}

function endRecord(count: number, directoryBytes: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06');
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(directoryBytes, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
