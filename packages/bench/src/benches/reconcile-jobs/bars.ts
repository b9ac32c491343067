import type { MeasuredRound } from './measure-rounds.ts';

const runsPerPage = 100;
/** Where few run, a round that hears some in the place of a list hears so many. */
const fewestHeard = 5;

/** What is missed, a sentence each. */
export function findMisses(rounds: readonly MeasuredRound[]): string[] {
  const misses = rounds.flatMap(missesOf);
  const isAnyHeard = rounds.some(({ looks, changed }) => looks > changed);
  return isAnyHeard ? misses : [...misses, 'No run was heard that goes on: their logs stand still.'];
}

function missesOf({ name, open, changed, pages, looks, others, isComplete }: MeasuredRound): string[] {
  const mostPages = Math.ceil(open / runsPerPage);
  const calls = pages + looks + others;
  const most = changed + Math.max(mostPages, pages === 0 ? fewestHeard : 0);
  const misses: string[] = [];
  if (!isComplete) misses.push(`${name}: not every training was looked at, or one is in the wrong state.`);
  if (pages > mostPages) misses.push(`${name}: ${pages} pages were listed, and ${mostPages} are allowed.`);
  if (calls > most) {
    misses.push(`${name}: there were ${calls} calls, and ${most} are allowed: ${changed} runs had changed.`);
  }
  if (others > 0) misses.push(`${name}: ${others} calls were neither a page nor a look.`);
  return misses;
}
