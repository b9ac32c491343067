import { expect, expectTypeOf, it } from 'vitest';
import { catchError } from '../testing/catch-error.ts';
import { type BrandId, brandIdSchema, parseBrandId } from './brand-id.ts';

it.each(['creativetechnologists', 'acme2', '3d', 'a-b', `a${'b'.repeat(62)}`])('takes %s', (id) => {
  expect(parseBrandId(id)).toBe(id);
});

it.each([
  ['one character', 'a'],
  ['64 characters', `a${'b'.repeat(63)}`],
  ['a capital', 'Acme'],
  ['a hyphen in front', '-acme'],
  ['a slash', 'acme/x'],
  ['a dot', 'acme.x'],
  ['the folder above', '..'],
  ['a line break at the end', 'acme\n'],
  ['a zero byte', 'acme\u0000'],
  ['a Cyrillic letter', '\u0430cme'],
  ['nothing', ''],
  ['null', null],
  ['a list', ['acme']],
])('refuses %s', (_, id) => {
  expect(brandIdSchema.safeParse(id).success).toBe(false);
  expect(catchError(() => parseBrandId(id))).toMatchObject({ code: 'brand_id_invalid' });
});

it('is a text, but no text is one', () => {
  expectTypeOf<BrandId>().toExtend<string>();
  expectTypeOf<string>().not.toExtend<BrandId>();
});
