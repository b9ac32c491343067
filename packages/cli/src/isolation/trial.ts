/** One thing that somebody tried. */
interface Attempt {
  readonly who: string;
  /** A table, bucket, function or way in. */
  readonly what: string;
  readonly how: string;
}

export interface Finding extends Attempt {
  /** `leak`: it was done and must not be. `denied`: it was refused and must not be. */
  readonly kind: 'leak' | 'denied';
  readonly detail: string;
}

/** Counts what was tried, and keeps what went otherwise than it should. */
export interface Trial {
  readonly findings: readonly Finding[];
  count(): number;
  /** @param done what was reached, in words; null where it was refused */
  expectRefused(attempt: Attempt, done: string | null): void;
  /** @param refusal why not; null where it was done */
  expectDone(attempt: Attempt, refusal: string | null): void;
}

export function startTrial(): Trial {
  const findings: Finding[] = [];
  let attempts = 0;
  const judge = (kind: Finding['kind']) => (attempt: Attempt, detail: string | null) => {
    attempts += 1;
    if (detail !== null) findings.push({ ...attempt, kind, detail });
  };
  return { findings, count: () => attempts, expectRefused: judge('leak'), expectDone: judge('denied') };
}
