import type { JobRow } from '../../database/training-jobs.ts';
import { AiModelsError } from '../../errors/index.ts';
import { safeFileName } from '../../storage/safe-file-name.ts';
import type { StorageKey } from '../../storage/storage-paths.ts';

/** What a job's model is called: the job's own name in plain letters, `flux-lora` where it has none. */
export function modelNameOf({ name, model_type }: Pick<JobRow, 'name' | 'model_type'>): string {
  const plain = safeFileName(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    // `flux-lora-v1` is how a version is written; a name that ends so could not be told from one.
    .slice(0, 60)
    .replace(/-+$/, '')
    .replace(/(-v\d+)+$/, '');
  return plain === '' ? `${model_type}-lora` : plain;
}

/** Name and version, as they stand in a model's key. */
export function versionOf(key: StorageKey): { name: string; version: number } {
  const [, name, version] = key.match(/([^/]+)-v(\d+)\.safetensors$/) ?? [];
  if (name !== undefined && version !== undefined) return { name, version: Number(version) };
  throw new AiModelsError({ code: 'path_invalid', message: `${key} is no key of a model.` });
}
