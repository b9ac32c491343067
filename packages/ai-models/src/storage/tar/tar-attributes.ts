import { quote, weightsInvalid } from '../../shared/weights-invalid.ts';

/** What the attributes in front of an entry say instead of its header. */
export interface TarAttributes {
  /** In place of the header's, where it is given. */
  readonly name?: string;
  /** In place of the header's, where it is given. */
  readonly sizeBytes?: number;
}

/**
 * Reads the attributes of pax: lines of `length key=value`, where the length counts the whole line.
 * @throws AiModelsError `weights_invalid`
 */
export function parseTarAttributes(bytes: Uint8Array): TarAttributes {
  const found = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const { end, key, value } = readLine(bytes, at);
    if (key.startsWith('GNU.sparse.')) throw weightsInvalid('the archive has a file with holes');
    found.set(key, value);
    at = end;
  }
  const name = found.get('path');
  const size = found.get('size');
  if (size !== undefined && !/^\d{1,15}$/.test(size)) {
    throw weightsInvalid(`the archive has a file of the size ${quote(size)}`);
  }
  return { ...(name !== undefined && { name }), ...(size !== undefined && { sizeBytes: Number(size) }) };
}

function readLine(bytes: Uint8Array, at: number): { end: number; key: string; value: string } {
  const [, digits = ''] = /^(\d{1,6}) /.exec(String.fromCharCode(...bytes.subarray(at, at + 7))) ?? [];
  const end = at + Number(digits);
  const isLine = digits !== '' && end <= bytes.length && end > at + digits.length + 1;
  const line = isLine ? decode(bytes.subarray(at + digits.length + 1, end)) : null;
  const [, key, value] = /^([^=]+)=([\s\S]*)\n$/.exec(line ?? '') ?? [];
  if (key === undefined || value === undefined) {
    throw weightsInvalid('the attributes of an entry of the archive cannot be read');
  }
  return { end, key, value };
}

/** Attributes may be of any bytes; those which we read are names. */
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
