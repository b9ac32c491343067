import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../shared/hashing/crc32.ts';

/** An entry of a zip that a test makes, with everything in it that may be wrong. */
export interface MadeEntry {
  name: string | Uint8Array;
  content?: Uint8Array | string;
  /** 8 compresses. Default 0. */
  method?: number;
  flags?: number;
  /** The upper half of what Unix notes: 0xa000 is a link. */
  mode?: number;
  /** What list and header claim, instead of the truth. */
  claims?: {
    packedBytes?: number;
    unpackedBytes?: number;
    crc32?: number;
    offset?: number;
    localName?: string;
  };
}

export interface MadeZip {
  entries: readonly MadeEntry[];
  comment?: string;
  /** What the end claims, instead of the truth. */
  claims?: { count?: number; disk?: number; listOffset?: number };
  /** Put in front of everything. */
  prefix?: Uint8Array;
}

/** A zip, byte by byte. */
export function makeZip({ entries, comment = '', claims = {}, prefix = new Uint8Array() }: MadeZip): Blob {
  const parts: Uint8Array[] = [prefix];
  const list: Uint8Array[] = [];
  let offset = prefix.length;
  for (const entry of entries) {
    const { local, listed } = makeEntry(entry, offset);
    parts.push(local);
    list.push(listed);
    offset += local.length;
  }
  const listBytes = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(claims.disk ?? 0, 4);
  end.writeUInt16LE(claims.count ?? entries.length, 8);
  end.writeUInt16LE(claims.count ?? entries.length, 10);
  end.writeUInt32LE(listBytes.length, 12);
  end.writeUInt32LE(claims.listOffset ?? offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Blob([Buffer.concat([...parts, listBytes, end, Buffer.from(comment)])]);
}

function makeEntry(entry: MadeEntry, start: number): { local: Buffer; listed: Buffer } {
  const { method = 0, flags = 0, mode = 0, claims = {} } = entry;
  const content = Buffer.from(entry.content ?? '');
  const packed = method === 8 ? deflateRawSync(content, { level: 9 }) : content;
  const name = Buffer.from(entry.name);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(flags, 2);
  facts.writeUInt16LE(method, 4);
  facts.writeUInt32LE(claims.crc32 ?? crc32([content]), 10);
  facts.writeUInt32LE(claims.packedBytes ?? packed.length, 14);
  facts.writeUInt32LE(claims.unpackedBytes ?? content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  const localName = Buffer.from(claims.localName ?? name);
  const localFacts = Buffer.from(facts);
  localFacts.writeUInt16LE(localName.length, 22);
  const listed = Buffer.alloc(46);
  listed.writeUInt32LE(0x02014b50, 0);
  listed.writeUInt16LE(0x031e, 4);
  facts.copy(listed, 6);
  listed.writeUInt32LE((mode << 16) >>> 0, 38);
  listed.writeUInt32LE(claims.offset ?? start, 42);
  const signature = Buffer.from('PK\x03\x04', 'latin1');
  return {
    local: Buffer.concat([signature, localFacts, localName, packed]),
    listed: Buffer.concat([listed, name]),
  };
}
