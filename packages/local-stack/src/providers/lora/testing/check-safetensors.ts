import { z } from 'zod';

const entrySchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int(), z.int()]),
});
const metadataSchema = z.record(z.string(), z.string());

const bitsOf: Record<string, number> = { F16: 16, BF16: 16, F32: 32 };

/** Reads a file by the reference checks of the format, in their order, and throws at the first that fails. */
export function checkSafetensors(file: Buffer) {
  if (file.byteLength < 8) throw new Error('shorter than eight bytes');
  const headerBytes = Number(file.readBigUInt64LE());
  if (headerBytes > 100_000_000 || 8 + headerBytes > file.byteLength) throw new Error('header too large');
  if (headerBytes % 8 !== 0) throw new Error('header not padded');
  const text = new TextDecoder('utf8', { fatal: true }).decode(file.subarray(8, 8 + headerBytes));
  if (!text.startsWith('{')) throw new Error('header is no object');
  const { __metadata__, ...entries } = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  const tensors = Object.entries(entries).map(([name, entry]) => ({ name, ...entrySchema.parse(entry) }));
  const dataBytes = checkPlaces(tensors);
  if (8 + headerBytes + dataBytes !== file.byteLength) throw new Error('bytes that belong to no tensor');
  const data = file.subarray(8 + headerBytes);
  return {
    tensors,
    dataBytes,
    metadata: metadataSchema.parse(__metadata__),
    shapes: Object.fromEntries(tensors.map(({ name, shape }) => [name, shape])),
    ranks: [
      ...new Set(tensors.filter(({ name }) => /lora[._](down|A)\b/.test(name)).map(({ shape }) => shape[0])),
    ],
    values: () =>
      Array.from({ length: 10_000 }, (_, index) => readHalf(data, (index * 2 * 7919) % dataBytes)),
    readValue: (name: string) =>
      readHalf(data, tensors.find((one) => one.name === name)?.data_offsets[0] ?? -1),
  };
}

function checkPlaces(tensors: (z.infer<typeof entrySchema> & { name: string })[]): number {
  let end = 0;
  for (const { name, dtype, shape, data_offsets: place } of tensors.toSorted(
    (one, other) => one.data_offsets[0] - other.data_offsets[0],
  )) {
    if (place[0] !== end) throw new Error(`${name}: a hole or an overlap`);
    const bits = shape.reduce((product, side) => product * side, bitsOf[dtype] ?? Number.NaN);
    if (bits / 8 !== place[1] - place[0]) throw new Error(`${name}: shape and place disagree`);
    end = place[1];
  }
  return end;
}

function readHalf(data: Buffer, position: number): number {
  const bits = data.readUInt16LE(position);
  const exponent = (bits >> 10) & 31;
  if (exponent === 31) return Number.NaN;
  return (bits >> 15 ? -1 : 1) * (1 + (bits & 1023) / 1024) * 2 ** (exponent - 15);
}
