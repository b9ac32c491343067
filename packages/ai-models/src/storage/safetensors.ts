import { z } from 'zod';
import { parseStrictJson } from '../shared/strict-json.ts';
import { quote, weightsBrokeOff, weightsInvalid } from '../shared/weights-invalid.ts';

/** The types of number that a LoRA is stored in. */
const numberTypes = ['F32', 'F16', 'BF16', 'F8_E4M3', 'F8_E5M2'] as const;
type NumberType = (typeof numberTypes)[number];

const bytesPerNumber: Readonly<Record<NumberType, number>> = {
  F32: 4,
  F16: 2,
  BF16: 2,
  F8_E4M3: 1,
  F8_E5M2: 1,
};

/** One tensor, as the header has it. */
export interface SafetensorsTensor {
  /** As the header calls it. */
  readonly name: string;
  /** Of its numbers, such as `BF16`. */
  readonly type: NumberType;
  /** The length of each dimension. */
  readonly shape: readonly number[];
  /** Where its bytes begin and end, counted from the end of the header. */
  readonly begin: number;
  readonly end: number;
}

/** What a file says about itself. */
export interface SafetensorsHeader {
  /** Of the whole file, as the header tells it. */
  readonly sizeBytes: number;
  /** In the order of their bytes. */
  readonly tensors: readonly SafetensorsTensor[];
  /** What the trainer wrote about itself: text from outside. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** What a file may be. */
export interface SafetensorsLimits {
  /** The whole file may not be larger. */
  readonly maximumBytes: number;
}

const lengthBytes = 8;
const maximumHeaderBytes = 10_000_000;
const maximumTensors = 20_000;
const maximumDimensions = 4;
const maximumNameLength = 300;
const maximumMetadataEntries = 256;
const maximumMetadataLength = 2_000_000;

/**
 * Where the header ends and the numbers begin, from the first eight bytes of a file.
 * @throws AiModelsError `weights_invalid` where no file of ours can begin like that
 */
export function readHeaderEnd(start: Uint8Array): number {
  if (start.length < lengthBytes) throw weightsBrokeOff('there are not even eight bytes');
  const length = new DataView(start.buffer, start.byteOffset).getBigUint64(0, true);
  if (length > maximumHeaderBytes) throw weightsInvalid(`a header of ${length} bytes is too long`);
  if (length < 2n) throw weightsInvalid('the header is empty');
  return lengthBytes + Number(length);
}

/**
 * Reads the header of a safetensors file, more strictly than the reference does: what is odd is refused.
 * @param start the beginning of the file, up to {@link readHeaderEnd} at least
 * @throws AiModelsError `weights_invalid`, saying what is wrong with which tensor
 */
export function readSafetensorsHeader(
  start: Uint8Array,
  { maximumBytes }: SafetensorsLimits,
): SafetensorsHeader {
  const headerEnd = readHeaderEnd(start);
  if (start.length < headerEnd) throw weightsBrokeOff('it ends within its header');
  const entries = readEntries(start.subarray(lengthBytes, headerEnd));
  const metadata = readMetadata(entries);
  const tensors = readTensors(entries);
  const sizeBytes = headerEnd + checkLayout(tensors);
  if (sizeBytes > maximumBytes) {
    throw weightsInvalid(`${sizeBytes} bytes are more than the ${maximumBytes} that are allowed`);
  }
  return { sizeBytes, tensors, metadata };
}

function readEntries(header: Uint8Array): Map<string, unknown> {
  if (header[0] !== 0x7b) throw weightsInvalid('the header does not begin with "{"');
  const text = decode(header);
  try {
    const parsed = parseStrictJson(text, { maximumDepth: 3, maximumEntries: maximumTensors * 8 });
    // As a map, so that no name means something to JavaScript.
    return new Map(isObject(parsed) ? Object.entries(parsed) : []);
  } catch (error) {
    throw weightsInvalid(`the header cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function decode(header: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(header);
  } catch (cause) {
    throw weightsInvalid('the header is not UTF-8', cause);
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const metadataName = '__metadata__';

function readMetadata(entries: Map<string, unknown>): Map<string, string> {
  const found = entries.get(metadataName);
  if (!entries.has(metadataName)) return new Map();
  if (!isObject(found)) throw weightsInvalid('the metadata is no object');
  const metadata = new Map<string, string>();
  let length = 0;
  for (const [name, value] of Object.entries(found)) {
    if (typeof value !== 'string') throw weightsInvalid(`the metadata ${quote(name)} is no text`);
    length += name.length + value.length;
    metadata.set(name, value);
  }
  if (metadata.size > maximumMetadataEntries || length > maximumMetadataLength) {
    throw weightsInvalid('there is too much metadata');
  }
  return metadata;
}

const wholeNumber = z.int().nonnegative();
const entrySchema = z.strictObject({
  dtype: z.enum(numberTypes),
  shape: z.array(wholeNumber).max(maximumDimensions),
  data_offsets: z.tuple([wholeNumber, wholeNumber]),
});

/** In the order of their bytes. */
function readTensors(entries: Map<string, unknown>): SafetensorsTensor[] {
  const tensors: SafetensorsTensor[] = [];
  for (const [name, entry] of entries) {
    if (name !== metadataName) tensors.push(readTensor(name, entry));
  }
  if (tensors.length === 0) throw weightsInvalid('there is no tensor in it');
  if (tensors.length > maximumTensors) throw weightsInvalid(`${tensors.length} tensors are too many`);
  return tensors.sort((one, other) => one.begin - other.begin);
}

function readTensor(name: string, entry: unknown): SafetensorsTensor {
  if (name.length > maximumNameLength) throw weightsInvalid(`the name ${quote(name)}… is too long`);
  const { success, data, error } = entrySchema.safeParse(entry);
  if (!success) {
    const fields = error.issues.map(({ path, message }) => `${path.join('.') || 'entry'}: ${message}`);
    throw weightsInvalid(`tensor ${quote(name)} is described wrongly (${fields.slice(0, 3).join('; ')})`);
  }
  const [begin, end] = data.data_offsets;
  const sizeBytes = data.shape.reduce((product, side) => product * side, bytesPerNumber[data.dtype]);
  if (sizeBytes === 0) throw weightsInvalid(`tensor ${quote(name)} is empty`);
  if (!Number.isSafeInteger(sizeBytes)) throw weightsInvalid(`tensor ${quote(name)} is too large`);
  if (end - begin !== sizeBytes) {
    throw weightsInvalid(`tensor ${quote(name)} has ${end - begin} bytes, and its shape needs ${sizeBytes}`);
  }
  return { name, type: data.dtype, shape: data.shape, begin, end };
}

/** Each begins where the one before ended. @returns where the last one ends */
function checkLayout(tensors: readonly SafetensorsTensor[]): number {
  let at = 0;
  for (const { name, begin, end } of tensors) {
    if (begin > at) throw weightsInvalid(`there are ${begin - at} bytes of no tensor before ${quote(name)}`);
    if (begin < at) throw weightsInvalid(`tensor ${quote(name)} begins within another one`);
    at = end;
  }
  return at;
}
