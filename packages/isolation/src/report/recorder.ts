import type { Verb } from '../catalogue/catalogue.ts';

/** The four walls of design §3. */
export type Wall = 'policies' | 'keys' | 'tokens' | 'library';

/** What was tried. */
interface CheckSubject {
  /** The kind of check, such as `rows`. */
  check: string;
  /** The table, function, bucket or policy. */
  what: string;
  who: string;
  how: string;
  wall: Wall;
}

/** `leak`: more is possible than the rules say. `denied`: less is. `undecided`: there is no rule. */
export type FindingKind = 'leak' | 'denied' | 'undecided';

export interface Finding extends CheckSubject {
  kind: FindingKind;
  detail: string;
}

/** One thing that somebody could do, for the matrix of the report. */
export interface Ability {
  what: string;
  who: string;
  verb: Verb;
  /** Whose row it was done to; null where rows belong to no brand. */
  brandId: string | null;
  isPrivate: boolean;
}

/** Counts what was checked and keeps what was wrong. */
export interface Recorder {
  readonly checks: number;
  readonly findings: readonly Finding[];
  readonly abilities: readonly Ability[];
  /** Counts a check that held. */
  held(): void;
  /** Counts a check, and keeps what was wrong with it; null where it held. */
  note(subject: CheckSubject, problem: Problem | null): void;
  able(ability: Ability): void;
  /** Takes over what another one has. */
  add(other: Recorder): void;
}

export interface Problem {
  kind: FindingKind;
  detail: string;
}

export const leak = (detail: string): Problem => ({ kind: 'leak', detail });
export const denied = (detail: string): Problem => ({ kind: 'denied', detail });
export const undecided = (detail: string): Problem => ({ kind: 'undecided', detail });

export function createRecorder(): Recorder {
  let checks = 0;
  const findings: Finding[] = [];
  const abilities: Ability[] = [];
  return {
    get checks() {
      return checks;
    },
    findings,
    abilities,
    held: () => {
      checks += 1;
    },
    note: (subject, problem) => {
      checks += 1;
      if (problem) findings.push({ ...subject, ...problem });
    },
    able: (ability) => {
      abilities.push(ability);
    },
    add: (other) => {
      checks += other.checks;
      findings.push(...other.findings);
      abilities.push(...other.abilities);
    },
  };
}
