import { expect, it } from 'vitest';
import { parseAllowedTypes, parseSizeLimit } from './bucket-settings.ts';

it.each([
  ['20GB', 20e9],
  ['1.5mb', 1.5e6],
  ['30KB', 30_000],
  ['3b', 3],
  [5, 5],
  [null, null],
  [undefined, undefined],
])('reads the size limit %j as %j', (limit, bytes) => expect(parseSizeLimit(limit)).toBe(bytes));

it.each(['20', '20 MB', 'much', '1e3kb', -1, 1.5])('refuses the size limit %j', (limit) =>
  expect(() => parseSizeLimit(limit)).toThrow(expect.objectContaining({ statusCode: 400 })),
);

it('takes types with wildcards, and drops empty ones', () => {
  expect(parseAllowedTypes(['image/*', '', 'image/png'])).toEqual(['image/*', 'image/png']);
  expect(parseAllowedTypes(null)).toBeNull();
});

it.each(['image', 'image/png; q=1', 'a b/c'])('refuses the type %j', (type) =>
  expect(() => parseAllowedTypes([type])).toThrow(expect.objectContaining({ code: 'InvalidMimeType' })),
);
