import type { JudgedCase } from './bars.ts';

/** A row that reads more pages than its bar allows and stays, and why. */
interface ExplainedMiss {
  question: string;
  /** Up to where the reason holds. */
  mostPages: number;
  because: string;
}

const explainedMisses: readonly ExplainedMiss[] = [
  {
    question: 'one file',
    mostPages: 20,
    because: 'it asks twice who asks, so that strangers are turned away before a row is read',
  },
];

/** What fails the bench, and what is only told because it has a reason. A bad plan or a wrong answer never has one. */
export function sortMisses(
  { measured, verdict }: JudgedCase,
  reasons = explainedMisses,
): { failing: string[]; explained: string[] } {
  const { misses, tooManyPages } = verdict;
  if (tooManyPages === null) return { failing: misses, explained: [] };
  const pages = Math.max(measured.ours.buffers, measured.settled?.buffers ?? 0);
  const reason = reasons.find(
    ({ question, mostPages }) => question === measured.question && pages <= mostPages,
  );
  return reason
    ? { failing: misses, explained: [`${tooManyPages}; ${reason.because}`] }
    : { failing: [...misses, tooManyPages], explained: [] };
}
