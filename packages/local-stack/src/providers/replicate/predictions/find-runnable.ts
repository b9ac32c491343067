import type { ModelStore } from '../models/model-store.ts';
import type { Runnable } from '../programs/prepare-program.ts';

/** What `version` names: an id, `owner/name:id`, or an official model's name alone. */
export function findRunnable(text: string, models: ModelStore, username: string): Runnable | null {
  const [, name, id] = text.match(/^(?:([\w.-]+\/[\w.-]+)(?::|$))?([0-9a-f]{64})?$/) ?? [];
  if (id !== undefined) {
    const found = models.findVersion(id, username);
    return found && (name === undefined || name === `${found.model.owner}/${found.model.name}`)
      ? found
      : null;
  }
  const model = name === undefined ? null : models.find(name, username);
  const [version] = model?.versions ?? [];
  return model?.isOfficial && version ? { model, version } : null;
}
