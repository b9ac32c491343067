import { expect, it } from 'vitest';
import { findSharedPhrases } from './shared-phrases.ts';

it('finds what most captions say, and how often', () => {
  const captions = ['red bag, studio light', 'studio light, a hat', 'Studio light, shoes', 'a coat'];
  expect(findSharedPhrases(captions)).toEqual([{ phrase: 'studio light', count: 3 }]);
});

it('finds how all of them begin, without the trigger word', () => {
  const captions = ['a photo of [brand] bag', 'a photo of [brand] hat', 'A photo of [brand] shoe'];
  expect(findSharedPhrases(captions)).toEqual([{ phrase: 'a photo of', count: 3 }]);
});

it('says nothing of the trigger word itself, of a few captions, or of captions that are empty', () => {
  expect(findSharedPhrases(['[brand], a', '[brand], b', '[brand], c'])).toEqual([]);
  expect(findSharedPhrases(['studio light', 'studio light', '', ''])).toEqual([]);
});
