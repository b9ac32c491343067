import { isUuid } from '../shared/uuid.ts';
import { isModelName } from '../storage/storage-paths.ts';

/** What a text may mean that names a model. */
export type ModelReference =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'version'; readonly name: string; readonly version: number }
  | { readonly by: 'alias'; readonly name: string; readonly alias: string };

/** `flux-lora-v1` and `flux-lora@v1` are a version, `flux-lora` its live one, `flux-lora@best` what that word stands for. */
export function parseModelId(text: string): ModelReference | null {
  if (isUuid(text)) return { by: 'id', id: text.toLowerCase() };
  const [, ofVersion = '', version] = /^(.+)[-@]v([1-9]\d{0,5})$/.exec(text) ?? [];
  if (isModelName(ofVersion)) return { by: 'version', name: ofVersion, version: Number(version) };
  const [name = '', alias = 'live', ...more] = text.split('@');
  return isModelName(name) && isAlias(alias) && more.length === 0 ? { by: 'alias', name, alias } : null;
}

/** Whether a word may stand for a version; one that is written like a version may not. */
export const isAlias = (word: string): boolean => /^[a-z][a-z0-9-]{0,30}$/.test(word) && !/^v\d+$/.test(word);
