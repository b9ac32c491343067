import type { MeasuredRound } from './measure-rounds.ts';

const runsPerPage = 100;
/** Runs that go on are looked at for what they say, so many with each list. */
const looksPerList = 5;

/** What is missed, a sentence each. */
export function findMisses(rounds: readonly MeasuredRound[]): string[] {
  return rounds.flatMap((round) => {
    const { name, open, changed, pages, looks, others, isComplete } = round;
    const misses: string[] = [];
    const mostPages = Math.ceil(open / runsPerPage);
    if (!isComplete) misses.push(`${name}: not every training was looked at, or one is in the wrong state.`);
    if (pages > mostPages) misses.push(`${name}: ${pages} pages were listed, and ${mostPages} are allowed.`);
    if (looks > changed + looksPerList) {
      misses.push(`${name}: ${looks} runs were asked after one by one, and ${changed} had changed.`);
    }
    if (others > 0) misses.push(`${name}: ${others} calls were neither a page nor a look.`);
    return misses;
  });
}
