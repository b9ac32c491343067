import type { BrandModel } from '../../api/answers.ts';

/** The versions of one model, the newest first. */
export type Versions = readonly [BrandModel, ...BrandModel[]];

/** Versions by the model they belong to, in the order in which the models were last trained. */
export const groupVersions = (models: readonly BrandModel[]): Versions[] => {
  const groups = new Map<string, [BrandModel, ...BrandModel[]]>();
  for (const model of models) {
    const group = groups.get(model.name);
    if (group) group.push(model);
    else groups.set(model.name, [model]);
  }
  return [...groups.values()].map((versions) => versions.sort((one, other) => other.version - one.version));
};
