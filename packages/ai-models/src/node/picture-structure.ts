import type { PictureType } from '../shared/picture-type.ts';

/** What is in a picture's file beside its pixels. */
export interface PictureStructure {
  readonly isAnimated: boolean;
  /** Something that says where, when or by whom it was taken, or that nobody can account for. */
  readonly hasExtras: boolean;
  /** The pixels are stored as they are. */
  readonly isLossless: boolean;
  /** There are pixels, and the file ends where the picture does. */
  readonly isWhole: boolean;
}

/** Looks through the parts of a file without decoding it. What does not follow its format counts as extra. */
export function readPictureStructure(bytes: Uint8Array, type: PictureType): PictureStructure {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'image/jpeg') return readJpegStructure(file);
  const chunks = type === 'image/png' ? listPngChunks(file) : listWebpChunks(file);
  const known = type === 'image/png' ? pngChunks : webpChunks;
  return {
    isAnimated: chunks.some((name) => name === 'acTL' || name === 'ANIM' || name === 'ANMF'),
    isLossless: type === 'image/png' || chunks.includes('VP8L'),
    hasExtras: chunks.some((name) => !known.has(name)),
    isWhole: chunks.some((name) => pixelChunks.has(name)) && !chunks.includes(trailing),
  };
}

/** Pixels, and how to show them. Profiles are looked at elsewhere. */
const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs hIST iCCP cICP acTL fcTL fdAT'.split(' '),
);
const webpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
const pixelChunks = new Set(['IDAT', 'VP8 ', 'VP8L', 'ANMF']);
/** Stands for what follows the end, and for an end that is missing. */
const trailing = 'trailing';

function listPngChunks(file: Buffer): string[] {
  const names: string[] = [];
  let offset = 8;
  while (offset + 12 <= file.length && names.at(-1) !== 'IEND') {
    names.push(file.toString('latin1', offset + 4, offset + 8));
    offset += 12 + file.readUInt32BE(offset);
  }
  return offset === file.length && names.at(-1) === 'IEND' ? names : [...names, trailing];
}

function listWebpChunks(file: Buffer): string[] {
  const names: string[] = [];
  let offset = 12;
  while (offset + 8 <= file.length) {
    const length = file.readUInt32LE(offset + 4);
    names.push(file.toString('latin1', offset, offset + 4));
    // Chunks begin at even places.
    offset += 8 + length + (length % 2);
  }
  return offset === file.length && file.readUInt32LE(4) + 8 === file.length ? names : [...names, trailing];
}

const marker = { first: 0xff, stuffed: 0x00, end: 0xd9, scan: 0xda, comment: 0xfe };
/** JFIF, colour profile, Adobe's note on the colour model. Cameras write the other ones. */
const plainApplicationSegments = new Set([0xe0, 0xe2, 0xee]);

function readJpegStructure(file: Buffer): PictureStructure {
  let [offset, hasForeign, hasScan] = [2, false, false];
  while (offset + 4 <= file.length && file[offset] === marker.first && file[offset + 1] !== marker.end) {
    const code = file[offset + 1] ?? 0;
    hasForeign ||= isForeign(code) || isGallery(file, offset);
    offset += 2 + file.readUInt16BE(offset + 2);
    if (code !== marker.scan) continue;
    const next = findMarker(file, offset);
    hasScan ||= next > offset;
    offset = next;
  }
  // What follows the end of the picture is no part of it: some phones put a video there.
  const isEnd =
    offset + 2 === file.length && file[offset] === marker.first && file[offset + 1] === marker.end;
  return { isAnimated: false, isLossless: false, hasExtras: hasForeign || !isEnd, isWhole: hasScan && isEnd };
}

const isForeign = (code: number) =>
  code === marker.comment || (code >= 0xe0 && code <= 0xef && !plainApplicationSegments.has(code));

/** The second kind of APP2: further pictures behind this one. */
const isGallery = (file: Buffer, offset: number) =>
  file[offset + 1] === 0xe2 && file.toString('latin1', offset + 4, offset + 7) === 'MPF';

/** The next marker behind coded pixels, in which 0xff is followed by zero or a restart. */
function findMarker(file: Buffer, from: number): number {
  let offset = file.indexOf(marker.first, from);
  while (offset >= 0 && offset + 1 < file.length) {
    const code = file[offset + 1] ?? 0;
    const isRestart = code >= 0xd0 && code <= 0xd7;
    if (code !== marker.stuffed && code !== marker.first && !isRestart) return offset;
    offset = file.indexOf(marker.first, offset + 1);
  }
  return file.length;
}
