/** Addresses of files are signed anew with each answer, and hold five minutes: they are left out of the comparison … */
const signedFields = new Set(['url', 'thumbnailUrl']);
/** … and what was said two minutes ago is said again, while its addresses still hold. */
const freshForMs = 120_000;

/** A tag of what an answer says; the same for the same content. */
export function toEtag(answer: unknown, now: Date): string {
  let isSigned = false;
  const text = JSON.stringify(answer, (name, value: unknown) => {
    if (!signedFields.has(name) || typeof value !== 'string') return value;
    isSigned = true;
    return null;
  });
  const period = isSigned ? `\n${Math.floor(now.getTime() / freshForMs)}` : '';
  return `W/"${fingerprint(text + period)}"`;
}

/** Whether the caller has what the tag stands for. */
export const isCurrent = (ifNoneMatch: string | null, etag: string): boolean =>
  ifNoneMatch?.split(',').some((one) => one.trim() === etag || one.trim() === '*') ?? false;

/** 64 bits, by FNV-1a in two halves: tells contents apart, hides nothing, and waits for nobody as a digest would. */
function fingerprint(text: string): string {
  let [one, other] = [0x811c9dc5, 0xcbf29ce4];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ (code + index), 0x01000193);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
