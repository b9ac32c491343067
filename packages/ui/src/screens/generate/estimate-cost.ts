import type { BrandModel, Generation } from '../../api/answers.ts';

/** How many finished ones are looked at. */
const sampleSize = 8;

/** What one picture cost lately, with this model or, where there is none of it yet, another of its base; null where nobody knows. */
export const estimateCostUsd = (
  generations: readonly Pick<Generation, 'modelId' | 'costUsd' | 'images'>[],
  models: readonly Pick<BrandModel, 'modelId' | 'modelType'>[],
  modelId: string,
): number | null => {
  const base = models.find((model) => model.modelId === modelId)?.modelType;
  const ofBase = new Set(models.filter(({ modelType }) => modelType === base).map((model) => model.modelId));
  const known = generations.flatMap(({ modelId: by, costUsd, images }) =>
    costUsd !== null && images.length > 0 ? [{ by, each: costUsd / images.length }] : [],
  );
  const own = known.filter(({ by }) => by === modelId);
  const sample = (own.length > 0 ? own : known.filter(({ by }) => ofBase.has(by))).slice(0, sampleSize);
  return sample.length > 0 ? sample.reduce((sum, { each }) => sum + each, 0) / sample.length : null;
};
