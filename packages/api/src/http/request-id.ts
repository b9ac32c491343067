/** What a caller may call a request; anything else could forge a line in a log. */
const ownForm = /^[A-Za-z0-9_-]{8,64}$/;

/** The caller's own id for a request where it is plain, or a new one. */
export function toRequestId(header: string | undefined, generateId: () => string): string {
  return header !== undefined && ownForm.test(header) ? header : generateId();
}
