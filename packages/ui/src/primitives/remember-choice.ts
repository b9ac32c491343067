const secondsPerYear = 31_536_000;

/** Keeps a choice where the server sees it with the next request, so that the first view is right. */
export const rememberChoice = (name: string, value: string): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${secondsPerYear}; samesite=lax`;
};
