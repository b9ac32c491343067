/** A time of day, by somebody's clock, in which nothing starts by itself. */
export interface QuietHours {
  /** When it begins, such as `22:00`. */
  readonly from: string;
  /** When it ends; earlier than `from` means the next day. */
  readonly to: string;
  /** Whose clock counts, such as `Europe/Berlin`. */
  readonly timeZone: string;
}

const minuteMs = 60_000;
/** The longest there can be: a day, and what a change of the clocks may add. */
const longestMinutes = 27 * 60;

/** When quiet hours end that it is now; null where it is not quiet. */
export function quietUntil(now: Date, { from, to, timeZone }: QuietHours): Date | null {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const isQuiet = (at: Date) => isBetween(clock.format(at), from, to);
  if (!isQuiet(now)) return null;
  // Minute by minute: clocks are put forward and back, and not everywhere by an hour.
  const next = Math.floor(now.getTime() / minuteMs) * minuteMs;
  for (let minutes = 1; minutes < longestMinutes; minutes += 1) {
    const at = new Date(next + minutes * minuteMs);
    if (!isQuiet(at)) return at;
  }
  return new Date(next + longestMinutes * minuteMs);
}

/** Times such as `07:00` compare as texts. */
function isBetween(time: string, from: string, to: string): boolean {
  return from < to ? from <= time && time < to : time >= from || time < to;
}
