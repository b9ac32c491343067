import type { ScaleName } from '../../scale.ts';

/** What is zipped, and how often. */
export interface Scale {
  pictures: number;
  /** Of each picture, about. */
  pictureBytes: number;
  runs: number;
}

const pictureBytes = 5_000_000;

/** A style trains with 10 to 100 pictures. */
export const scales: Readonly<Record<ScaleName, Scale>> = {
  quick: { pictures: 12, pictureBytes, runs: 3 },
  full: { pictures: 100, pictureBytes, runs: 5 },
};
