import { expect, it } from 'vitest';
import { compileWords } from './compile-words.ts';
import { overlayWords } from './overlay-words.ts';

/** Every object in a value, however deep. */
const objectsIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : [];

it('takes texts apart into what a page may be sent, and leaves plain ones as they are', () => {
  const words = compileWords({
    plain: 'Models',
    group: { count: '{n, plural, one {# model} other {# models}}' },
  });
  expect(words.plain).toBe('Models');
  expect(JSON.stringify(words)).not.toContain('plural');
  expect(objectsIn(words).length).toBeGreaterThan(3);
  expect(objectsIn(words).filter((value) => Object.getPrototypeOf(value) === null)).toEqual([]);
});

it("puts a storefront's own texts in place of ours, one by one", () => {
  const ours = { home: { title: 'Home', lead: 'Everything' }, other: 'Other' };
  expect(overlayWords(ours, { home: { title: 'Studio' }, storefront: { pitch: 'Ours' } })).toEqual({
    home: { title: 'Studio', lead: 'Everything' },
    other: 'Other',
    storefront: { pitch: 'Ours' },
  });
});
