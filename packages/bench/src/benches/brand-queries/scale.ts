import type { ScaleName } from '../../scale.ts';

/** How many rows a run is filled with. */
export interface Scale {
  name: ScaleName;
  brands: number;
  jobs: number;
  assets: number;
  generations: number;
  eventsPerJob: number;
  /** Of all completed trainings, which part left a model behind. */
  modelShare: number;
}

/** Quick is just enough for an index to be worth its while. Two demo brands are there already. */
export const scales: Readonly<Record<ScaleName, Scale>> = {
  quick: {
    name: 'quick',
    brands: 2_500,
    jobs: 30_000,
    assets: 60_000,
    generations: 15_000,
    eventsPerJob: 1,
    modelShare: 0.4,
  },
  full: {
    name: 'full',
    brands: 9_998,
    jobs: 1_000_000,
    assets: 2_000_000,
    generations: 250_000,
    eventsPerJob: 2,
    modelShare: 0.1,
  },
};
