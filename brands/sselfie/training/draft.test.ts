import { expect, it } from 'vitest';
import { parseDraft } from './draft.ts';

it('reads what was kept', () => {
  const draft = { name: 'Winter', gender: 'woman', word: 'user42585527' };
  expect(parseDraft(draft)).toEqual(draft);
});

it('reads as much as can still be read', () => {
  expect(parseDraft({ name: 'a'.repeat(60), gender: 'robot', word: 'photo' })).toEqual({
    name: 'a'.repeat(40),
    gender: null,
    word: '',
  });
});

it.each([null, 'text', undefined])('finds nothing in %s', (kept) => {
  expect(parseDraft(kept)).toBeNull();
});
