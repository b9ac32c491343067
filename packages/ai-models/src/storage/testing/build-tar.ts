export interface TarPlan {
  name: string;
  content?: Uint8Array | string;
  /** Default `0`, a file. */
  type?: string;
  /** Said instead of the real one. */
  size?: string;
  /** Default POSIX. */
  magic?: string;
  prefix?: string;
  /** Default right. */
  checksum?: number;
}

const blockBytes = 512;

/** One entry with its padding. */
export function tarEntry({ name, content = '', type = '0', ...plan }: TarPlan): Buffer {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(blockBytes);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100);
  header.write(plan.size ?? `${bytes.length.toString(8).padStart(11, '0')}\0`, 124, 12, 'latin1');
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(plan.magic ?? 'ustar\x0000', 257, 'latin1');
  header.write(plan.prefix ?? '', 345, 155);
  const sum = plan.checksum ?? header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([
    header,
    bytes,
    Buffer.alloc((blockBytes - (bytes.length % blockBytes)) % blockBytes),
  ]);
}

/** Attributes in pax's lines. */
export function paxRecord(fields: Record<string, string>, type: 'x' | 'g' = 'x'): TarPlan {
  const lines = Object.entries(fields).map(([key, value]) => {
    const rest = Buffer.byteLength(` ${key}=${value}\n`);
    let length = rest + String(rest).length;
    if (String(length).length !== String(rest).length) length = rest + String(length).length;
    return `${length} ${key}=${value}\n`;
  });
  return { name: 'PaxHeaders/0', type, content: lines.join('') };
}

/** A whole archive, ended as GNU tar ends it. */
export const buildTar = (entries: readonly TarPlan[], end: Uint8Array = Buffer.alloc(10_240)): Buffer =>
  Buffer.concat([...entries.map(tarEntry), end]);
