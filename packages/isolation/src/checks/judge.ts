import { denied, leak, type Problem } from '../report/recorder.ts';
import type { Outcome } from '../world/session.ts';

/** What the rules expect of an attempt. */
export interface Expectation {
  /** One row is done, or refused by a missing right or a check (42501), or not found at all. */
  expected: 'done' | 'refused' | 'nothing';
  /** The brand that may change where it is done. */
  brandId: string | null;
}

/** Compares what happened, the data included, with what the rules say. */
export function judge(outcome: Outcome, { expected, brandId }: Expectation): Problem | null {
  const isOwn = (place: string) => place.endsWith(`/${brandId ?? ''}`) || place.endsWith('/');
  const beyond = outcome.changes.filter((place) => expected !== 'done' || !isOwn(place));
  if (beyond.length > 0) return leak(`changed ${beyond.join(', ')}`);
  const { code, message, rowCount } = outcome;
  const happened = code === null ? `${rowCount} rows` : `${code} ${message}`;
  if (expected === 'done') return code === null && rowCount === 1 ? null : denied(happened);
  if (expected === 'nothing') return code === null && rowCount === 0 ? null : leak(`not hidden: ${happened}`);
  return code === '42501' ? null : leak(`not refused: ${happened}`);
}
