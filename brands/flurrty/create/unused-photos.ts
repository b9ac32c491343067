import type { Asset, TrainingJob } from '@act/ui/api/answers';

type Photo = Pick<Asset, 'id' | 'isTrainingData'>;

/** What no training has used, the oldest first, so that each keeps its place as others come. */
export const unusedPhotos = <One extends Photo>(
  assets: readonly One[],
  jobs: readonly Pick<TrainingJob, 'trainingAssetIds'>[],
): One[] => {
  const used = new Set(jobs.flatMap(({ trainingAssetIds }) => trainingAssetIds));
  return assets.filter(({ id, isTrainingData }) => isTrainingData && !used.has(id)).toReversed();
};
