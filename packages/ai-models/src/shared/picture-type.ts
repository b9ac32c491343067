/** The pictures that can be trained with. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** How many bytes of a file tell what it is. */
export const sniffedBytes = 64;

const extensions: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** The extension that goes with a type, without the dot. */
export const toExtension = (type: PictureType): string => extensions[type];

export const isPictureType = (type: string): type is PictureType => Object.hasOwn(extensions, type);

/** What a file is by its first bytes. A name that is no {@link PictureType} is for the refusal. */
export type SniffedType =
  | PictureType
  | 'HEIC'
  | 'AVIF'
  | 'GIF'
  | 'SVG'
  | 'BMP'
  | 'TIFF'
  | 'PDF'
  | 'a video'
  | null;

/** Tells a file by its content; its name and its claimed type are not asked. Null for what nobody knows. */
export function sniffPictureType(head: Uint8Array): SniffedType {
  // Not by TextDecoder, whose "latin1" has other letters from 0x80 to 0x9f.
  const text = String.fromCharCode(...head.subarray(0, sniffedBytes));
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) === 'ftyp') return toContainerType(text);
  if (/^GIF8[79]a/.test(text)) return 'GIF';
  if (text.startsWith('BM')) return 'BMP';
  if (/^(II\*\0|MM\0\*)/.test(text)) return 'TIFF';
  if (text.startsWith('%PDF')) return 'PDF';
  return /^(\xef\xbb\xbf)?\s*<(\?xml|!--|!doctype svg|svg)/i.test(text) ? 'SVG' : null;
}

/** HEIC, AVIF and MP4 are one kind of container, told apart by the brands they list. */
function toContainerType(text: string): SniffedType {
  if (/avi[fs]/.test(text)) return 'AVIF';
  return /hei[cmsx]|hev[cmx]|mif1|msf1/.test(text) ? 'HEIC' : 'a video';
}
