import { expect, it } from 'vitest';
import type { Asset } from '../../../api/answers.ts';
import { type BulkEdit, editCaption, maximumCaptionLength, previewBulkEdit } from './bulk-edits.ts';

const replace = (find: string, replacement: string, isExact = false): BulkEdit => ({
  kind: 'replace',
  find,
  replacement,
  isExact,
});
const add = (phrase: string, place: 'start' | 'end' = 'end'): BulkEdit => ({ kind: 'add', phrase, place });
const remove = (phrase: string): BulkEdit => ({ kind: 'remove', phrase });

it.each([
  ['a red bag', replace('RED', 'blue'), 'a blue bag'],
  ['a red bag', replace('RED', 'blue', true), 'a red bag'],
  ['costs $1 (net)', replace('$1 (net)', '$& more'), 'costs $& more'],
  ['a red bag, studio light', replace('studio light', ''), 'a red bag'],
  ['anything', replace('', 'x'), 'anything'],
  ['a bag', add('studio light'), 'a bag, studio light'],
  ['a bag', add('photo of [brand]', 'start'), 'photo of [brand], a bag'],
  ['', add('a bag,'), 'a bag'],
  ['a bag, Studio Light', add('studio light'), 'a bag, Studio Light'],
  ['studio light, a bag', remove('studio light'), 'a bag'],
  ['a bag, studio light, red', remove('Studio light'), 'a bag, red'],
  ['a party in art deco', remove('art'), 'a party in deco'],
  ['фото сумки, дневной свет', remove('дневной свет'), 'фото сумки'],
] as const)('turns "%s" by %o into "%s"', (caption, edit, expected) => {
  expect(editCaption(caption, edit)).toBe(expected);
});

const asset = (id: string, caption: string | null) => ({ id, caption }) as Asset;

it('names only captions that would change, and none that would grow too long', () => {
  const assets = [
    asset('a', 'a bag'),
    asset('b', 'a bag, red'),
    asset('c', 'x'.repeat(maximumCaptionLength)),
    asset('d', null),
  ];
  expect(previewBulkEdit(assets, add('red')).map(({ asset: { id }, after }) => [id, after])).toEqual([
    ['a', 'a bag, red'],
    ['d', 'red'],
  ]);
});
