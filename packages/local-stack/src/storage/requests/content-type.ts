import { refusals } from '../errors/refusals.ts';

// RFC 9110's `type/subtype; name=value`. Its letters cannot break out of a header line.
const token = "[A-Za-z0-9!#$&^_.+'*%|~-]+";
const mimeForm = new RegExp(`^${token}/${token}([ \\t]*;[ \\t]*${token}=(${token}|"[ !#-\\[\\]-~]*"))*$`);
const maxLength = 255;

/** @throws InvalidMimeType for what could not be served as a content type later */
export function parseContentType(text: string): string {
  const mimetype = text.trim();
  if (mimetype.length > maxLength || !mimeForm.test(mimetype)) throw refusals.invalidMimeType(mimetype);
  return mimetype;
}

/**
 * Whether a bucket takes a type. Like hosted it compares everything behind the slash, so `text/plain;charset=UTF-8` is
 * not `text/plain`.
 */
export function isTypeAllowed(mimetype: string, allowed: readonly string[]): boolean {
  const [type, subtype] = mimetype.split('/');
  return allowed.some((entry) => {
    const [allowedType, allowedSubtype] = entry.split('/');
    return allowedType === type && (allowedSubtype === '*' || allowedSubtype === subtype);
  });
}

/** What a browser may be shown from this origin: hosted too turns pages into text. */
export function toServedType(mimetype: string): string {
  if (/html/i.test(mimetype)) return 'text/plain';
  return mimeForm.test(mimetype) ? mimetype : 'application/octet-stream';
}
