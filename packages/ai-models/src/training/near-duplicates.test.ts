import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearDuplicates } from './near-duplicates.ts';

/** A hash that differs from nothing but zeros in so many bits, from the left. */
const hashWith = (bits: number) =>
  [...'1'.repeat(bits).padEnd(64, '0').matchAll(/.{4}/g)]
    .map(([four]) => parseInt(four, 2).toString(16))
    .join('');

const group = (hashes: readonly (string | null)[]) =>
  findNearDuplicates(hashes.map((hash, index) => ({ id: `p${index}`, perceptual_hash: hash })));

describe('two pictures', () => {
  it.each([
    [0, true],
    [1, true],
    [6, true],
    [7, false],
    [32, false],
    [64, false],
  ])('of which %i bits differ look the same: %s', (bits, isSame) => {
    expect(group([hashWith(0), hashWith(bits)])).toEqual(isSame ? [['p0', 'p1']] : []);
  });

  it('differ by what is in either half', () => {
    expect(group(['0000000000000000', '0000000700000007'])).toEqual([['p0', 'p1']]);
    expect(group(['0000000000000000', '000000070000000f'])).toEqual([]);
    expect(group(['ffffffffffffffff', '7fffffff7fffffff'])).toEqual([['p0', 'p1']]);
  });
});

it('groups by way of a third, however they come', () => {
  const chain = [hashWith(0), hashWith(6), hashWith(12), hashWith(18)];
  expect(group(chain)).toEqual([['p0', 'p1', 'p2', 'p3']]);
  expect(group([hashWith(0), hashWith(12), hashWith(40), hashWith(6), hashWith(46)])).toEqual([
    ['p0', 'p1', 'p3'],
    ['p2', 'p4'],
  ]);
});

it('leaves out those that nobody has looked into, and those that are like no other', () => {
  expect(group([])).toEqual([]);
  expect(group([null, null, hashWith(3)])).toEqual([]);
  expect(group([hashWith(1), null, hashWith(60), hashWith(2)])).toEqual([['p0', 'p3']]);
});

it('puts each into one group, with one that it looks like', () => {
  const countBits = (one: string, other: string) =>
    (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll('0', '').length;
  const hash = fc.integer({ min: 0, max: 64 }).map(hashWith);
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 12 }), (hashes) => {
      const groups = group(hashes);
      const all = groups.flat();
      expect(new Set(all).size).toBe(all.length);
      const hashOf = (id: string) => hashes[Number(id.slice(1))] ?? '';
      for (const ids of groups)
        for (const id of ids)
          expect(ids.some((other) => other !== id && countBits(hashOf(id), hashOf(other)) <= 6)).toBe(true);
      const alone = hashes.map((_, index) => `p${index}`).filter((id) => !all.includes(id));
      for (const id of alone)
        for (const [index, other] of hashes.entries())
          expect(`p${index}` === id || countBits(hashOf(id), other) > 6).toBe(true);
    }),
  );
});
