import { quote, weightsInvalid } from '../../shared/weights-invalid.ts';

/** Everything in a tar comes in blocks of this size. */
export const blockBytes = 512;

/** What an entry of a tar is. What may lead elsewhere has no word here, for it is refused. */
type TarEntryKind = 'file' | 'folder' | 'long name' | 'attributes' | 'attributes of all';

/** The block in front of an entry. */
export interface TarHeader {
  /** What the entry is. */
  readonly kind: TarEntryKind;
  /** With its folders. */
  readonly name: string;
  /** Of its content. */
  readonly sizeBytes: number;
}

const kinds: Readonly<Record<string, TarEntryKind>> = {
  '0': 'file',
  '\0': 'file',
  '5': 'folder',
  L: 'long name',
  x: 'attributes',
  g: 'attributes of all',
};
const refusedKinds: Readonly<Record<string, string>> = {
  '1': 'a link',
  '2': 'a link',
  K: 'a link',
  '3': 'a device',
  '4': 'a device',
  '6': 'a pipe',
  S: 'a file with holes',
};

/** Whether a block can begin a tar: the formats that are in use all say so. */
export const isTarHeader = (block: Uint8Array): boolean =>
  block.length >= blockBytes && magicOf(block).startsWith('ustar');

/** With what follows it: POSIX and GNU differ there. */
const magicOf = (block: Uint8Array) => String.fromCharCode(...block.subarray(257, 263));

/** Two of these end an archive. */
export const isZeroBlock = (block: Uint8Array): boolean => block.every((byte) => byte === 0);

/** Reads one header. @throws AiModelsError `weights_invalid` for a broken one and for what a trainer does not put in */
export function parseTarHeader(block: Uint8Array): TarHeader {
  if (!isTarHeader(block)) throw weightsInvalid('an entry of the archive has no header');
  if (readNumber(block, 148, 8) !== sumOf(block)) {
    throw weightsInvalid('the checksum of an entry of the archive is wrong');
  }
  const name = nameOf(block);
  const type = String.fromCharCode(block[156] ?? 0);
  const kind = kinds[type];
  if (kind === undefined) {
    throw weightsInvalid(
      `${quote(name)} in the archive is ${refusedKinds[type] ?? `of the type ${quote(type)}`}`,
    );
  }
  return { kind, name, sizeBytes: readNumber(block, 124, 12) };
}

/** The sum of all bytes, its own field read as spaces. */
const sumOf = (block: Uint8Array) =>
  block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);

/** Only POSIX continues a name in front; GNU has other things there. */
function nameOf(block: Uint8Array): string {
  const name = textOf(block, 0, 100);
  const prefix = magicOf(block) === 'ustar\0' ? textOf(block, 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Octal digits, or, where the first bit is set, the number itself. */
function readNumber(block: Uint8Array, at: number, length: number): number {
  const field = block.subarray(at, at + length);
  const [first = 0, ...others] = field;
  if (first >= 0x80) {
    const value = others.reduce((sum, byte) => sum * 256 + byte, first & 0x7f);
    if (Number.isSafeInteger(value)) return value;
  }
  const [, digits] = /^ *([0-7]+)[ \0]*$/.exec(String.fromCharCode(...field)) ?? [];
  if (digits === undefined) throw weightsInvalid('a number in the archive cannot be read');
  return Number.parseInt(digits, 8);
}

/** Up to the first zero byte. Of a longer name the field has the beginning, maybe cut within a letter. */
export function textOf(bytes: Uint8Array, at = 0, length = bytes.length): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}
