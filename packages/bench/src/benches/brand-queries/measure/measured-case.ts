import type { Measurement } from './measure-statement.ts';

/** What one question took one asker. */
export interface MeasuredCase {
  question: string;
  /** In how many brands the person is, or who asks instead. */
  asker: string;
  /** Whether the client names the brand itself. */
  clientFilter: 'brand' | 'none';
  /** The same rows with everything spelled out, not bound by policies. */
  floor: Measurement;
  ours: Measurement;
  /** Ours from the sixth time on. */
  settled: Measurement | null;
  /** Under the founding document's policies. */
  naive: Measurement | null;
  /** Whether policies and floor answer with the very same rows. */
  isSameAnswer: boolean;
  /** What is wrong with our plans. */
  planProblems: string[];
  naivePlanProblems: string[];
}
