import { parseBrandSettings } from '@act/tenant-config';
import { expect, it } from 'vitest';
import {
  countsOf,
  emptyDraft,
  judgeCount,
  readDraft,
  withArrived,
  withoutPicture,
  withPictures,
} from './lora-draft.ts';

const draft = emptyDraft(['flux', 'sdxl']);

it('reads what it kept, and what it cannot read as at first', () => {
  const kept = { ...draft, step: 'details', kind: 'product', assetIds: ['a', 'b'], name: 'Сумки' };
  expect(readDraft(JSON.parse(JSON.stringify(kept)), ['flux', 'sdxl'])).toEqual(kept);
  const broken = { step: 7, kind: 'person', assetIds: ['a', 4], name: {}, modelType: 'sd15' };
  expect(readDraft(broken, ['flux', 'sdxl'])).toEqual({ ...draft, assetIds: ['a'] });
  for (const nothing of [null, undefined, 'text', []]) {
    expect(readDraft(nothing, ['flux', 'sdxl'])).toEqual(draft);
  }
});

it('takes each picture once, and no more than one LoRA takes', () => {
  const some = withPictures(draft, ['a', 'b', 'a'], 3);
  expect(some.assetIds).toEqual(['a', 'b']);
  expect(withPictures(some, ['b', 'c', 'd'], 3).assetIds).toEqual(['a', 'b', 'c']);
  expect(withPictures(some, ['a'], 3)).toBe(some);
});

it('does not bring back by a late word what was taken out, but by hand', () => {
  const less = withoutPicture(withArrived(draft, ['a', 'b'], 15), 'a');
  expect(less.assetIds).toEqual(['b']);
  expect(withArrived(less, ['a', 'b', 'c'], 15).assetIds).toEqual(['b', 'c']);
  const again = withPictures(less, ['a'], 15);
  expect(again).toMatchObject({ assetIds: ['b', 'a'], removedIds: [] });
});

it('says how a number of pictures is, by what the brand allows', () => {
  const { style } = parseBrandSettings(
    { training: { subjects: { style: { minimumImages: 4, recommendedImages: 10, maximumImages: 15 } } } },
    { brandId: 'lora-studio' },
  ).training.subjects;
  const counts = countsOf(style);
  expect(counts).toEqual({ least: 4, best: [10, 12], most: 15 });
  const verdicts = [0, 1, 3, 4, 9, 10, 12, 13, 15, 16].map((count) => judgeCount(count, counts));
  expect(verdicts).toEqual([
    'none',
    'few',
    'few',
    'enough',
    'enough',
    'best',
    'best',
    'plenty',
    'plenty',
    'many',
  ]);
});
