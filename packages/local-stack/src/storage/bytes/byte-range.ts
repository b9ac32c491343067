import { refusals } from '../errors/refusals.ts';

export interface ByteRange {
  start: number;
  /** The last byte, included. */
  end: number;
}

/**
 * Reads a `Range` header as hosted does: one range, also open or counted from the end.
 * @throws InvalidRange for several ranges, other units, and what lies outside the object
 */
export function parseByteRange(header: string, sizeBytes: number): ByteRange {
  const [, first = '', last = ''] = header.match(/^bytes=(\d*)-(\d*)$/) ?? [];
  const range =
    first === '' ? suffix(last, sizeBytes) : { start: Number(first), end: toEnd(last, sizeBytes) };
  if (
    range === null ||
    !Number.isSafeInteger(range.start) ||
    range.start > range.end ||
    range.start >= sizeBytes
  ) {
    throw refusals.invalidRange(sizeBytes);
  }
  return range;
}

function suffix(length: string, sizeBytes: number): ByteRange | null {
  return Number(length) > 0 ? { start: Math.max(sizeBytes - Number(length), 0), end: sizeBytes - 1 } : null;
}

const toEnd = (last: string, sizeBytes: number) =>
  last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
