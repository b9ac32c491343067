import type { BrandModel } from '../../api/answers.ts';

/** The versions of one model, the newest first. */
export type Versions = readonly [BrandModel, ...BrandModel[]];

/** What somebody shares with the brand. */
type SharedModel = BrandModel & { readonly shared: NonNullable<BrandModel['shared']> };

/** A colleague's: names count for each owner, and only they manage it. */
export const isOthers = (model: BrandModel): model is SharedModel => model.shared?.isMine === false;

/** A version as people call it: in other calls, a colleague's is an id. */
export const calledByPeople = (model: BrandModel): string =>
  isOthers(model) ? model.shared.name : model.modelId;

/** Versions by the model they belong to, in the order in which the models were last trained. */
export const groupVersions = (models: readonly BrandModel[]): Versions[] => {
  const groups = new Map<string, [BrandModel, ...BrandModel[]]>();
  for (const model of models) {
    const key = isOthers(model) ? model.id : model.name;
    const group = groups.get(key);
    if (group) group.push(model);
    else groups.set(key, [model]);
  }
  return [...groups.values()].map((versions) => versions.sort((one, other) => other.version - one.version));
};
