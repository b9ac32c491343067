import type { ScaleName } from '../../scale.ts';

export interface Scale {
  /** Of the weights that are measured. */
  megabytes: number;
  /** How often each way is taken; the median counts. */
  rounds: number;
  /** Whether time has a bar, or is only told. */
  judgesTime: boolean;
}

export const scales: Readonly<Record<ScaleName, Scale>> = {
  quick: { megabytes: 60, rounds: 3, judgesTime: false },
  full: { megabytes: 500, rounds: 5, judgesTime: true },
};
