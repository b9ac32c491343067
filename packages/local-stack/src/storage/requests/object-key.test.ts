import { expect, it } from 'vitest';
import { isBucketName, isObjectKey } from './object-key.ts';

it.each([
  'a',
  'brand/file.png',
  'brand/.hidden',
  'brand/...',
  'brand/a..b',
  "a/b!c-_.*'() &$@=;:+,?d",
  'a'.repeat(1024),
])('takes the key %j', (key) => expect(isObjectKey(key)).toBe(true));

it.each([
  '',
  '/a',
  'a/',
  'a//b',
  '.',
  '..',
  '../a',
  'a/..',
  'a/../b',
  'a/./b',
  'a\\b',
  'a\u0000b',
  'a\nb',
  'a\tb',
  'ä',
  'a%2e',
  'a#b',
  'a"b',
  '<a>',
  'а', // Cyrillic, looks like a
  'a'.repeat(1025),
])('refuses the key %j', (key) => expect(isObjectKey(key)).toBe(false));

it.each(['training-data', 'a b', "it's", 'a.b', 'x'.repeat(100)])('takes the bucket name %j', (name) =>
  expect(isBucketName(name)).toBe(true),
);

it.each(['', '.', '..', 'a/b', ' a', 'a ', 'a\\b', 'ä', 'a\u0000', 'x'.repeat(101)])(
  'refuses the bucket name %j',
  (name) => expect(isBucketName(name)).toBe(false),
);
