import { randomBytes } from 'node:crypto';

export interface TensorPlan {
  dtype: string;
  shape: readonly number[];
  data_offsets: readonly number[];
}
export type HeaderPlan = Record<string, unknown>;

const bytesOf: Readonly<Record<string, number>> = { F32: 4, F16: 2, BF16: 2, F8_E4M3: 1, F8_E5M2: 1 };

/** A header as the reference writes it: one tensor after the other. */
export function planHeader(
  shapes: Readonly<Record<string, readonly number[]>>,
  { dtype = 'F16', metadata }: { dtype?: string; metadata?: Record<string, string> } = {},
): Record<string, TensorPlan> & { __metadata__?: never } {
  let at = 0;
  const entries = Object.entries(shapes).map(([name, shape]) => {
    const begin = at;
    at += shape.reduce((product, side) => product * side, bytesOf[dtype] ?? 0);
    return [name, { dtype, shape, data_offsets: [begin, at] }] as const;
  });
  return { ...(metadata && { __metadata__: metadata }), ...Object.fromEntries(entries) } as Record<
    string,
    TensorPlan
  > & { __metadata__?: never };
}

/** How many bytes of numbers a header needs. */
const dataBytesOf = (header: HeaderPlan): number =>
  Math.max(
    0,
    ...Object.values(header).map((entry) => {
      const offsets =
        typeof entry === 'object' && entry !== null && 'data_offsets' in entry && entry.data_offsets;
      return Array.isArray(offsets) ? Number(offsets[1]) : 0;
    }),
  );

/** The length, the header and nothing else. */
export function frameHeader(header: Uint8Array | string): Buffer {
  const bytes = Buffer.from(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([length, bytes]);
}

/** A whole file, with random numbers in it. */
export function buildSafetensors(header: HeaderPlan, dataBytes: number = dataBytesOf(header)): Buffer {
  const text = JSON.stringify(header);
  const padded = text.padEnd(Math.ceil(text.length / 8) * 8);
  return Buffer.concat([frameHeader(padded), randomBytes(dataBytes)]);
}
