import { expect, it } from 'vitest';
import { checksOf } from './selfie-checks.ts';

const doubtsOf = (...given: Parameters<typeof checksOf>) =>
  Object.fromEntries(checksOf(...given).map(({ name, doubt }) => [name, doubt]));

it('finds nothing against a good selfie', () => {
  expect(doubtsOf({ id: 'a', findings: [] }, undefined)).toEqual({
    size: null,
    sharpness: null,
    light: null,
    likeness: null,
  });
});

it('sorts what was found under what was looked at', () => {
  expect(doubtsOf({ id: 'a', findings: ['dark', 'small', 'blurred'] }, undefined)).toEqual({
    size: 'small',
    sharpness: 'blurred',
    light: 'dark',
    likeness: null,
  });
});

it('says of those alone that are alike that they are', () => {
  const report = { reasons: [{ code: 'near_duplicates', assetIds: ['a', 'b'] }] };
  expect(doubtsOf({ id: 'a', findings: [] }, report).likeness).toBe('near_duplicates');
  expect(doubtsOf({ id: 'c', findings: [] }, report).likeness).toBeNull();
});
