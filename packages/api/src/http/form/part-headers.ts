import { checkText } from '../parse-json.ts';
import { formInvalid } from './form-error.ts';

export interface PartHeaders {
  readonly name: string;
  readonly fileName: string | null;
  readonly contentType: string;
}

/** What stands before a field: its name and, for a file, the file's. */
export function parsePartHeaders(head: Uint8Array): PartHeaders {
  const lines = decode(head).split('\r\n');
  const fieldOf = (header: string) =>
    lines.find((line) => line.toLowerCase().startsWith(`${header}:`))?.slice(header.length + 1) ?? '';
  const disposition = fieldOf('content-disposition');
  const name = parameterOf(disposition, 'name');
  if (name === null || !/^\s*form-data\s*(;|$)/i.test(disposition)) {
    throw formInvalid('A field of the form has no name.');
  }
  const fileName = parameterOf(disposition, 'filename');
  checkText(name);
  checkText(fileName ?? '');
  return { name, fileName, contentType: fieldOf('content-type').trim() || 'text/plain' };
}

/** Browsers write quotes and line ends inside of a name as in an address. */
function parameterOf(text: string, name: string): string | null {
  const [, value = null] = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(text) ?? [];
  return value?.replaceAll('%22', '"').replaceAll('%0D', '').replaceAll('%0A', ' ') ?? null;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw formInvalid('The head of a field is no UTF-8.');
  }
}
