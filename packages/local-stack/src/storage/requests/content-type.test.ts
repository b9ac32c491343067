import { expect, it } from 'vitest';
import { isTypeAllowed, parseContentType, toServedType } from './content-type.ts';

it.each([
  'image/png',
  'text/plain;charset=UTF-8',
  'text/plain; charset="utf 8"',
  'application/vnd.api+json',
  ' a/b ',
])('takes %j', (type) => expect(parseContentType(type)).toBe(type.trim()));

it.each([
  '',
  'png',
  'image/',
  '/png',
  'a/b/c',
  'image/png\r\nset-cookie: a=b',
  'image/png; x="\n"',
  `a/${'b'.repeat(300)}`,
  'bild/ä',
])('refuses %j', (type) =>
  expect(() => parseContentType(type)).toThrow(expect.objectContaining({ code: 'InvalidMimeType' })),
);

it.each([
  ['image/png', ['image/png'], true],
  ['image/png', ['image/*'], true],
  ['image/png', ['video/*', 'image/jpeg'], false],
  ['text/plain;charset=UTF-8', ['text/plain'], false],
  ['text/plain;charset=UTF-8', ['text/*'], true],
  ['imagex/png', ['image/*'], false],
])('says of %s in a bucket for %j: %s', (type, allowed, expected) =>
  expect(isTypeAllowed(type, allowed)).toBe(expected),
);

it.each([
  ['text/html', 'text/plain'],
  ['TEXT/HTML; charset=utf-8', 'text/plain'],
  ['application/xhtml+xml', 'text/plain'],
  ['image/png', 'image/png'],
  ['nonsense', 'application/octet-stream'],
])('serves %s as %s', (type, served) => expect(toServedType(type)).toBe(served));
