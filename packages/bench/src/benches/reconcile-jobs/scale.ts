import type { ScaleName } from '../../scale.ts';

export interface Scale {
  /** Trainings that run at one account. */
  runs: number;
  /** How many of them end between two rounds. */
  ends: number;
}

export const scales: Readonly<Record<ScaleName, Scale>> = {
  quick: { runs: 200, ends: 10 },
  full: { runs: 1_000, ends: 50 },
};
