/** What was painted at one moment of the training, a picture for each prompt. */
interface SampleRow {
  /** From 1; later ones have learned more. */
  readonly checkpoint: number;
  /** By prompt; null where one has not come yet. */
  readonly urls: readonly (string | null)[];
}

/** Samples come in the order in which they were painted: all prompts of one checkpoint, then those of the next. The newest first. */
export const toSampleRows = (urls: readonly string[], prompts: number): SampleRow[] => {
  const rows = Math.ceil(urls.length / prompts);
  return Array.from({ length: rows }, (_, row) => ({
    checkpoint: row + 1,
    urls: Array.from({ length: prompts }, (_, column) => urls[row * prompts + column] ?? null),
  })).reverse();
};

/** Whether a browser can open it: a bucket and key alone cannot be. */
export const isAddress = (url: string): boolean => /^(https?:\/\/|\/)/.test(url);
