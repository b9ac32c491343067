/**
 * The same, but to be sent elsewhere is an error: keys go to the project and nowhere else. Where built-in classes are
 * frozen, as in n8n, Node sends bodies only with requests that follow nothing.
 */
export const withoutRedirects =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init) =>
    fetch(input, { ...init, redirect: 'error' });
