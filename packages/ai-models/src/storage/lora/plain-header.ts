import type { SafetensorsHeader } from '../safetensors.ts';
import { toSafeMetadata } from './lora-metadata.ts';

/** What simulated trainers leave for simulated painters. Real ones write nothing there. */
const simulationName = 'act_simulation';

/**
 * The header of a file without what its trainer tells of anybody's pictures, for whoever has the file; the same bytes
 * where there is nothing of the kind.
 * @param start the file up to its numbers, as `header` was read from it
 */
export function toPlainHeader(start: Uint8Array, { metadata, tensors }: SafetensorsHeader): Uint8Array {
  const kept = toSafeMetadata(metadata);
  const simulation = metadata.get(simulationName);
  if (simulation !== undefined) kept[simulationName] = simulation;
  if (Object.keys(kept).length === metadata.size) return start;

  const entries = tensors.map(({ name, type, shape, begin, end }) => [
    name,
    { dtype: type, shape, data_offsets: [begin, end] },
  ]);
  const json = new TextEncoder().encode(
    JSON.stringify({ __metadata__: kept, ...Object.fromEntries(entries) }),
  );
  // Padded with spaces, so that the numbers begin at a multiple of eight, as the reference writer does.
  const plain = new Uint8Array(8 + Math.ceil(json.length / 8) * 8).fill(0x20);
  new DataView(plain.buffer).setBigUint64(0, BigInt(plain.length - 8), true);
  plain.set(json, 8);
  return plain;
}
