import type { Memory } from '../../memory/memory.ts';
import { createVersionId } from '../ids.ts';
import { knownModels } from './known-models.ts';
import { type Model, type ModelVersion, modelSchema, type NewModel, nameOf } from './model.ts';

/** As at Replicate. */
export const modelsPerAccount = 1_000;

export interface ModelStore {
  add(model: NewModel): Model;
  /** A model that somebody may see; null for another's private one, as if it were not there. */
  find(name: string, username: string): Model | null;
  /** The version of that id that somebody may run, whatever its model. */
  findVersion(id: string, username: string): { model: Model; version: ModelVersion } | null;
  /** What somebody may see, newest first. */
  list(username: string): Model[];
  remove(model: Model): void;
  addVersion(model: Model, version: Pick<ModelVersion, 'program' | 'traits' | 'createdAt'>): ModelVersion;
  removeVersion(model: Model, version: ModelVersion): void;
}

const kind = 'replicate model';

export function createModelStore(memory: Memory): ModelStore {
  const models = new Map<string, Model>();
  const list = (username: string) =>
    [...models.values()].filter((model) => maySee(model, username)).reverse();
  const add = (model: NewModel): Model => {
    const added = { ...blank, versions: [], ...model };
    models.set(nameOf(added), added);
    return added;
  };
  const keep = (model: Model) => memory.keep(kind, nameOf(model), model);
  for (const model of [...knownModels(), ...memory.recall(kind, modelSchema)]) add(model);

  return {
    list,
    add(model) {
      const added = add(model);
      keep(added);
      return added;
    },
    find(name, username) {
      const model = models.get(name);
      return model && maySee(model, username) ? model : null;
    },
    findVersion(id, username) {
      for (const model of list(username)) {
        const version = model.versions.find((one) => one.id === id);
        if (version) return { model, version };
      }
      return null;
    },
    remove(model) {
      models.delete(nameOf(model));
      memory.keep(kind, nameOf(model), null);
    },
    addVersion(model, details) {
      const version = { id: createVersionId(), ...details };
      model.versions.unshift(version);
      keep(model);
      return version;
    },
    removeVersion(model, version) {
      model.versions = model.versions.filter((one) => one !== version);
      keep(model);
    },
  };
}

const maySee = ({ owner, visibility }: Model, username: string) =>
  visibility === 'public' || owner === username;

const blank = {
  description: null,
  githubUrl: null,
  paperUrl: null,
  licenseUrl: null,
  coverImageUrl: null,
  isOfficial: false,
  runCount: 0,
};
