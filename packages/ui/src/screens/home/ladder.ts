/** What a brand has so far. */
export interface LadderFacts {
  readonly pictures: number;
  readonly jobs: number;
  readonly models: number;
  readonly generations: number;
}

export const ladderSteps = ['upload', 'train', 'generate'] as const;
export type LadderStep = (typeof ladderSteps)[number];

/** The next step of a brand that is new; null once it has made pictures with a model of its own. */
export const nextStep = ({ pictures, jobs, models, generations }: LadderFacts): LadderStep | null => {
  if (generations > 0) return null;
  if (models > 0) return 'generate';
  return pictures > 0 || jobs > 0 ? 'train' : 'upload';
};
