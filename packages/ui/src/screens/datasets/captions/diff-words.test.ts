import { expect, it } from 'vitest';
import { diffWords } from './diff-words.ts';

const signs = { same: '', gone: '-', come: '+' };
const diff = (before: string, after: string) =>
  diffWords(before, after).map(({ kind, text }) => `${signs[kind]}${text}`);

it('says which words go and which come', () => {
  expect(diff('a red bag', 'a blue bag')).toEqual(['a ', '-red', '+blue', ' bag']);
  expect(diff('', 'new')).toEqual(['+new']);
  expect(diff('a bag, studio light', 'a bag')).toEqual(['a bag', '-, studio light']);
  expect(diff('same', 'same')).toEqual(['same']);
});
