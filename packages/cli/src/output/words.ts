/** Amounts, sizes and times as people read them. */
export const toUsd = (amount: number): string => `$${amount.toFixed(amount < 0.1 ? 4 : 2)}`;

export function toDuration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function toSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

/** `2 pictures`, `1 picture`. */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
