import { expect, it } from 'vitest';
import { isPictureType, sniffPictureType, toExtension } from './picture-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const container = (brands: string) => bytes(`\0\0\0\x20ftyp${brands}`);

it.each([
  ['image/jpeg', bytes('\xff\xd8\xff\xe1\0\x10Exif')],
  ['image/png', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
  ['image/webp', bytes('RIFF\x24\0\0\0WEBPVP8 ')],
  ['HEIC', container('heic\0\0\0\0mif1heic')],
  ['HEIC', container('mif1\0\0\0\0mif1miaf')],
  ['AVIF', container('avif\0\0\0\0avifmif1miaf')],
  ['AVIF', container('mif1\0\0\0\0avif')],
  ['a video', container('isom\0\0\x02\0isomiso2')],
  ['GIF', bytes('GIF89a\x01\0')],
  ['SVG', bytes('\xef\xbb\xbf <?xml version="1.0"?><svg>')],
  ['SVG', bytes('<svg xmlns="x">')],
  ['BMP', bytes('BM\x36\0')],
  ['TIFF', bytes('II*\0\x08')],
  ['PDF', bytes('%PDF-1.7')],
  [null, bytes('RIFF\x24\0\0\0AVI ')],
  [null, bytes('<html>')],
  [null, bytes('\xff\xd8')],
  [null, bytes('')],
])('tells %s by its first bytes', (type, head) => {
  expect(sniffPictureType(head)).toBe(type);
});

it('knows what can be trained with, and by which extension', () => {
  expect(['image/jpeg', 'image/gif', 'toString'].map(isPictureType)).toEqual([true, false, false]);
  expect(toExtension('image/jpeg')).toBe('jpg');
});
