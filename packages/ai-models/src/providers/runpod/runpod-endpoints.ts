import { AiModelsError } from '../../errors/index.ts';
import { cutText } from '../../shared/cut-text.ts';
import type { ModelType } from '../../training/model-type.ts';
import { modelTypes } from '../../training/model-type.ts';

/** One endpoint for every base model, or one for each. */
export type EndpointSettings = string | Partial<Record<ModelType, string>>;

/** Which endpoint does what. */
export interface Endpoints {
  readonly modelTypes: readonly ModelType[];
  /** Each once. */
  readonly ids: readonly string[];
  /** Null where none does it. */
  find(modelType: ModelType): string | null;
}

/** Reads a setting; throws `not_configured`. */
export function parseEndpoints(setting: EndpointSettings): Endpoints {
  const find = (type: ModelType) => (typeof setting === 'string' ? setting : (setting[type] ?? null));
  const served = modelTypes.filter((type) => find(type) !== null);
  const ids = [...new Set(served.flatMap((type) => find(type) ?? []))];
  const wrong = ids.find((id) => !/^[A-Za-z0-9][\w-]{0,99}$/.test(id));
  if (wrong === undefined) return { modelTypes: served, ids, find };
  throw new AiModelsError({
    code: 'not_configured',
    message: `This is no id of a RunPod endpoint: ${JSON.stringify(cutText(wrong, 100))}.`,
    hint: 'Copy it from the address of the endpoint: letters and digits, no slashes.',
  });
}
