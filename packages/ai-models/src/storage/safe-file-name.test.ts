import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeFileName } from './safe-file-name.ts';

it.each([
  ['image-001.jpg', 'image-001.jpg'],
  ['Логотип (1).JPG', 'logotip-1.jpg'],
  ['Съёмка на крыше.png', 'syomka-na-kryshe.png'],
  ['Їжак і щука.webp', 'yizhak-i-shchuka.webp'],
  ['Crème brûlée — final FINAL.jpeg', 'creme-brulee-final-final.jpeg'],
  ['Straße Øl.png', 'strasse-ol.png'],
  ['ｆｕｌｌ.png', 'full.png'],
  ['写真.png', 'file.png'],
  ['', 'file'],
  ['...', 'file'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\cat.png', 'cat.png'],
  ['a.b.c.png', 'a-b-c.png'],
  ['evil.png\u0000.exe', 'evil-png.exe'],
  ['no extension', 'no-extension'],
  ['.gitignore', 'file.gitignore'],
  ['00000000-0000-4000-8000-0000000000a2', 'file-00000000-0000-4000-8000-0000000000a2'],
])('%j becomes %s', (original, expected) => {
  expect(safeFileName(original)).toBe(expected);
});

it('takes an id that makes it unlike any other, and the extension of what it really is', () => {
  expect(safeFileName('Logo.bmp', { id: '1f0c', extension: 'png' })).toBe('logo-1f0c.png');
});

it('gives a short plain name whatever comes in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (original) => {
      expect(safeFileName(original)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:\.[a-z0-9]{1,12})?$/);
    }),
    { numRuns: 2000 },
  );
});
