import { problems } from '../answers/api-problem.ts';

const longestWaitSeconds = 60;
const leastCancelAfterMs = 5_000;

/** `Prefer: wait` or `wait=n`, in ms; null where the caller does not wait. */
export function parsePrefer(header: string | undefined): number | null {
  const match = header?.match(/(?:^|[,;\s])wait(?:=(\d+))?(?:$|[,;\s])/);
  if (!match) return null;
  const seconds = match[1] === undefined ? longestWaitSeconds : Number(match[1]);
  return Math.min(Math.max(seconds, 1), longestWaitSeconds) * 1000;
}

/** `Cancel-After: 30s`, `5m`, `1h30m` or bare seconds, in ms; null where it is left out. */
export function parseCancelAfter(header: string | undefined): number | null {
  if (header === undefined) return null;
  const bare = header.match(/^\d+$/);
  const parts = header.match(/^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/);
  if (!header || (!bare && !parts)) throw problems.refused('Cancel-After is not a duration.');
  const [, hours = '0', minutes = '0', seconds = '0'] = parts ?? [];
  const ms = bare
    ? Number(header) * 1000
    : (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  if (ms < leastCancelAfterMs) throw problems.refused('Cancel-After must be at least 5 seconds.');
  return ms;
}
