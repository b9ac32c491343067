import { expect, it } from 'vitest';
import { pickedKey } from './picked-file.ts';
import { fromFiles } from './read-picked.ts';
import { sortPicked } from './sort-picked.ts';

const file = (name: string, sizeBytes = 3, type = '') =>
  new File(['x'.repeat(sizeBytes)], name, { type, lastModified: 5 });

const nothingKnown = { maximumBytes: 10, known: new Set<string>() };

it('sends pictures, and says of every other file why not', () => {
  const picked = fromFiles([
    file('a.JPG'),
    file('b', 3, 'image/webp'),
    file('notes.txt'),
    file('empty.png', 0),
    file('large.png', 11),
  ]);
  const { taken, refused } = sortPicked(picked, nothingKnown);
  expect(taken.map((one) => one.file.name)).toEqual(['a.JPG', 'b']);
  expect(refused).toEqual([
    { name: 'notes.txt', reason: 'notPicture' },
    { name: 'empty.png', reason: 'empty' },
    { name: 'large.png', reason: 'tooLarge' },
  ]);
});

it('sends nothing twice, but two pictures of one name in two folders', () => {
  const [one, other] = [file('a.png'), file('a.png')];
  const folders = [
    { file: one, path: 'left/a.png' },
    { file: other, path: 'right/a.png' },
  ];
  expect(sortPicked(folders, nothingKnown).taken).toHaveLength(2);
  expect(sortPicked(fromFiles([one, other]), nothingKnown).refused).toEqual([
    { name: 'a.png', reason: 'twice' },
  ]);
  const known = new Set(fromFiles([one]).map(pickedKey));
  expect(sortPicked(fromFiles([one]), { ...nothingKnown, known }).taken).toEqual([]);
});
