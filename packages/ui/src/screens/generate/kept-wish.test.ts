import { expect, it } from 'vitest';
import { parseKept, personOf } from './kept-wish.ts';
import { untouchedWish } from './prompt-wish.ts';

const wish = { ...untouchedWish, prompt: 'a private thing' };
const kept = JSON.stringify({ person: 'ann', wish });

it('gives a form back to whoever wrote it, and to nobody else', () => {
  expect(parseKept(kept, 'ann')).toEqual(wish);
  expect(parseKept(kept, 'bob')).toBeNull();
  expect(parseKept(kept, null)).toBeNull();
  expect(parseKept('{', 'ann')).toBeNull();
  expect(parseKept(JSON.stringify({ wish }), 'ann')).toBeNull();
});

it('reads who somebody is from their token', () => {
  const claims = btoa(JSON.stringify({ sub: 'ann', note: '>>>???' }))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  expect(personOf(`head.${claims.replaceAll('=', '')}.signature`)).toBe('ann');
  expect(personOf('nonsense')).toBeNull();
});
