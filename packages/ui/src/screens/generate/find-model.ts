import type { BrandModel } from '../../api/answers.ts';

type Named = Pick<BrandModel, 'modelId' | 'name'> & { readonly aliases: readonly string[] };

/** Whether an address names a version, or a model, that is among these. */
export const isModelNamed = (models: readonly Named[], wanted: string): boolean =>
  models.some(({ modelId, name }) => modelId === wanted || name === wanted);

/** The version that an address means: itself, or the live or newest one of a model; the brand's first where it means none. */
export const findModel = <Model extends Named>(
  models: readonly Model[],
  wanted: string | undefined,
): Model | undefined => {
  const exact = models.find(({ modelId }) => modelId === wanted);
  if (exact) return exact;
  const named = models.filter(({ name }) => wanted === undefined || name === wanted);
  return named.find(({ aliases }) => aliases.includes('live')) ?? named[0] ?? models[0];
};
