import { refusals } from '../errors/refusals.ts';

const printable = /^[ -~]*$/;
const maxLength = 200;

/** Text that is sent in a header line later, and cannot break out of it. @throws InvalidParameter */
export function parseHeaderText(name: string, text: string): string {
  if (text.length > maxLength || !printable.test(text)) throw refusals.invalidParameter(name);
  return text;
}
