import { type ByteReader, createByteReader } from '../../shared/byte-reader.ts';
import { quote, weightsBrokeOff, weightsInvalid } from '../../shared/weights-invalid.ts';
import { parseTarAttributes, type TarAttributes } from './tar-attributes.ts';
import { blockBytes, isZeroBlock, parseTarHeader, type TarHeader, textOf } from './tar-header.ts';

/** What an archive may be. */
export interface TarLimits {
  /** For the file that is looked for. */
  readonly maximumBytes: number;
  /** Of all kinds. Default 10,000. */
  readonly maximumEntries?: number;
  /** For all other files together: captions and a configuration. Default 64 MiB. */
  readonly maximumOtherBytes?: number;
}

/** The one safetensors file of an archive. */
export interface TarEntry {
  /** With its folders. */
  readonly name: string;
  /** Of its content. */
  readonly sizeBytes: number;
  /** Its bytes. The end comes only when the rest of the archive has been found in order. */
  readonly content: ByteReader;
}

const maximumAttributeBytes = 65_536;
const maximumPaddingBytes = 1_048_576;

/**
 * Walks a tar up to its safetensors file, holding one block of it. The archive has to be what a trainer packs: files
 * and folders below where it is unpacked, one of them safetensors, and a proper end.
 * @throws AiModelsError `weights_invalid`, here or when the content is read
 */
export async function openTarEntry(archive: ByteReader, limits: TarLimits): Promise<TarEntry> {
  const walk = createWalk(archive, limits);
  const found = await walk.findWeights();
  if (found === null) throw weightsInvalid('there is no safetensors file in the archive');
  return { ...found, content: createByteReader(contentOf(archive, found, walk)) };
}

type Found = Pick<TarEntry, 'name' | 'sizeBytes'>;

function contentOf(archive: ByteReader, { name, sizeBytes }: Found, walk: Walk) {
  let left = sizeBytes;
  let isChecked = false;
  return {
    cancel: archive.cancel,
    pull: async () => {
      if (left > 0) {
        const bytes = await archive.read(left);
        if (bytes === null) throw weightsBrokeOff(`${left} bytes of ${quote(name)} are missing`);
        left -= bytes.length;
        return bytes;
      }
      if (!isChecked) await walk.checkRest(sizeBytes);
      isChecked = true;
      return null;
    },
  };
}

interface Walk {
  /** Where its bytes begin; null at the end of the archive. */
  findWeights(): Promise<Found | null>;
  /** After the bytes of the file: that nothing follows which should not. */
  checkRest(sizeBytes: number): Promise<void>;
}

function createWalk(archive: ByteReader, limits: TarLimits): Walk {
  const { maximumBytes, maximumEntries = 10_000, maximumOtherBytes = 2 ** 26 } = limits;
  let entries = 0;
  let otherBytes = 0;

  async function findWeights(): Promise<Found | null> {
    for (;;) {
      const entry = await readEntry(archive, () => {
        entries += 1;
        if (entries > maximumEntries) throw weightsInvalid(`the archive has over ${maximumEntries} entries`);
      });
      if (entry === null) return null;
      if (entry.kind === 'file' && /\.safetensors$/i.test(entry.name)) return checkSize(entry, maximumBytes);
      otherBytes += entry.sizeBytes;
      if (otherBytes > maximumOtherBytes) {
        throw weightsInvalid(`the archive has over ${maximumOtherBytes} bytes beside the weights`);
      }
      await skip(archive, entry.sizeBytes + paddingAfter(entry.sizeBytes));
    }
  }

  return {
    findWeights,
    checkRest: async (sizeBytes) => {
      await skip(archive, paddingAfter(sizeBytes));
      const second = await findWeights();
      if (second) throw weightsInvalid(`the archive has a second safetensors file, ${quote(second.name)}`);
    },
  };
}

function checkSize({ name, sizeBytes }: TarHeader, maximumBytes: number): Found {
  if (sizeBytes <= maximumBytes) return { name, sizeBytes };
  throw weightsInvalid(`${sizeBytes} bytes are more than the ${maximumBytes} that are allowed`);
}

/** The next file or folder, by the name and size that count; null at the end. */
async function readEntry(archive: ByteReader, onHeader: () => void): Promise<TarHeader | null> {
  let override: TarAttributes = {};
  for (;;) {
    const header = await readHeader(archive);
    if (header === null) return null;
    onHeader();
    if (header.kind === 'file' || header.kind === 'folder') return checkEntry({ ...header, ...override });
    const record = await readRecord(archive, header);
    if (header.kind === 'long name') override = { ...override, name: textOf(record) };
    else override = { ...override, ...readAttributes(header, record) };
  }
}

async function readHeader(archive: ByteReader): Promise<TarHeader | null> {
  const block = await archive.take(blockBytes);
  if (block.length < blockBytes) throw weightsBrokeOff('the archive has no end');
  if (!isZeroBlock(block)) return parseTarHeader(block);
  await checkEnd(archive);
  return null;
}

/** Two empty blocks end an archive; more of them may follow. */
async function checkEnd(archive: ByteReader): Promise<void> {
  let padding = 0;
  for (let bytes = await archive.read(); bytes !== null; bytes = await archive.read()) {
    padding += bytes.length;
    if (padding > maximumPaddingBytes || !isZeroBlock(bytes)) {
      throw weightsInvalid('something follows the end of the archive');
    }
  }
  if (padding < blockBytes) throw weightsBrokeOff('the archive has no end');
}

function checkEntry(entry: TarHeader): TarHeader {
  const { kind, name, sizeBytes } = entry;
  const isInside = !/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\p{Cc}/iu.test(name) && name !== '';
  if (!isInside || name.length > 1_000) throw weightsInvalid(`the archive has a file called ${quote(name)}`);
  if (kind === 'folder' && sizeBytes > 0) throw weightsInvalid(`the folder ${quote(name)} has content`);
  return entry;
}

async function readRecord(archive: ByteReader, { sizeBytes }: TarHeader): Promise<Uint8Array> {
  if (sizeBytes > maximumAttributeBytes) throw weightsInvalid('the archive has a name that is too long');
  const record = await archive.take(sizeBytes);
  await skip(archive, paddingAfter(sizeBytes));
  return record;
}

function readAttributes({ kind }: TarHeader, record: Uint8Array): TarAttributes {
  const attributes = parseTarAttributes(record);
  if (kind === 'attributes of all' && Object.keys(attributes).length > 0) {
    throw weightsInvalid('the archive gives all files one name or size');
  }
  return attributes;
}

async function skip(archive: ByteReader, sizeBytes: number): Promise<void> {
  for (let left = sizeBytes; left > 0; ) {
    const bytes = await archive.read(left);
    if (bytes === null) throw weightsBrokeOff('the archive has no end');
    left -= bytes.length;
  }
}

const paddingAfter = (sizeBytes: number) => (blockBytes - (sizeBytes % blockBytes)) % blockBytes;
