import { expect, it } from 'vitest';
import { parseByteRange } from './byte-range.ts';

it.each([
  ['bytes=0-0', 0, 0],
  ['bytes=0-9', 0, 9],
  ['bytes=2-4', 2, 4],
  ['bytes=5-', 5, 9],
  ['bytes=5-99', 5, 9],
  ['bytes=-3', 7, 9],
  ['bytes=-99', 0, 9],
])('reads %s of ten bytes', (header, start, end) =>
  expect(parseByteRange(header, 10)).toEqual({ start, end }),
);

it.each([
  'bytes=10-',
  'bytes=4-2',
  'bytes=-0',
  'bytes=-',
  'bytes=0-1,3-4',
  'items=0-1',
  'bytes=a-b',
  'bytes=0x1-2',
  `bytes=${'9'.repeat(30)}-`,
])('refuses %s of ten bytes with 416', (header) =>
  expect(() => parseByteRange(header, 10)).toThrow(
    expect.objectContaining({ httpStatus: 416, code: 'InvalidRange' }),
  ),
);

it('finds no range in an empty object', () => {
  expect(() => parseByteRange('bytes=0-', 0)).toThrow(expect.objectContaining({ httpStatus: 416 }));
  expect(() => parseByteRange('bytes=-1', 0)).toThrow(expect.objectContaining({ httpStatus: 416 }));
});
