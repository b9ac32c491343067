/**
 * Where a page of a brand opens, whichever brand was open before. An ordinary link leads there, never one that only
 * swaps a part of the page: nothing of the last brand may stay in the browser's memory.
 */
export const toBrandAddress = (brandId: string, next = '/'): string =>
  `/open/${brandId}${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}`;
