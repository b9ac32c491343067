import { expect, it } from 'vitest';
import { readEntries } from './read-entries.ts';

const named = (fullPath: string) => ({ fullPath, name: fullPath.split('/').at(-1) ?? '' });

const fileEntry = (fullPath: string) => ({
  ...named(fullPath),
  isFile: true,
  isDirectory: false,
  file: (resolve: (file: File) => void) => resolve(new File(['x'], named(fullPath).name)),
});

/** Gives its entries two at a time, as browsers give a hundred. */
const folderEntry = (fullPath: string, children: readonly object[]) => ({
  ...named(fullPath),
  isFile: false,
  isDirectory: true,
  createReader: () => {
    let at = 0;
    return {
      readEntries: (resolve: (entries: readonly object[]) => void) => {
        resolve(children.slice(at, at + 2));
        at += 2;
      },
    };
  },
});

const read = (entries: readonly object[], limits?: Parameters<typeof readEntries>[1]) =>
  readEntries(entries as readonly FileSystemEntry[], limits);

const files = ['/shoot/a.png', '/shoot/b.png', '/shoot/c.png'].map(fileEntry);

it('finds every file in a folder and its folders, and leaves clutter alone', async () => {
  const inner = folderEntry('/shoot/day', [fileEntry('/shoot/day/d.png'), fileEntry('/shoot/day/.DS_Store')]);
  const { picked, isCut } = await read([folderEntry('/shoot', [...files, inner]), fileEntry('/e.png')]);
  expect(picked.map(({ path }) => path)).toEqual([
    'shoot/a.png',
    'shoot/b.png',
    'shoot/c.png',
    'shoot/day/d.png',
    'e.png',
  ]);
  expect(isCut).toBe(false);
});

it('stops at so many files and at so many folders in each other', async () => {
  const many = await read([folderEntry('/shoot', files)], { maximumFiles: 2, maximumDepth: 9 });
  expect([many.picked.length, many.isCut]).toEqual([2, true]);
  const deep = folderEntry('/a', [folderEntry('/a/b', [folderEntry('/a/b/c', [fileEntry('/a/b/c/d.png')])])]);
  expect(await read([deep], { maximumFiles: 9, maximumDepth: 2 })).toEqual({ picked: [], isCut: true });
});
