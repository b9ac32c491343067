const parts = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** At most two parts, the smaller only where it says something: `2 hr 5 min`, `45 sec`. */
export const formatDuration = (language: string, seconds: number): string => {
  let rest = Math.max(0, Math.round(seconds));
  // Above an hour nobody counts seconds.
  if (rest >= 3600) rest = Math.round(rest / 60) * 60;
  const words: string[] = [];
  for (const [unit, length] of parts) {
    const count = Math.floor(rest / length);
    rest %= length;
    if (count > 0) words.push(formatUnit(language, count, unit));
    if (words.length === 2 || (words.length === 1 && count === 0)) break;
  }
  return words.length > 0 ? words.join(' ') : formatUnit(language, 0, 'second');
};

const formatUnit = (language: string, count: number, unit: string) =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
