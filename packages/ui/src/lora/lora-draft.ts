import type { ModelType } from '@act/tenant-config';
import { isLoraKind, type LoraKind } from './lora.ts';

/** The create dialog as it stands, kept while the tab is open. */
export interface LoraDraft {
  readonly step: 'references' | 'details';
  readonly kind: LoraKind;
  /** The pictures, in the order in which they came. */
  readonly assetIds: readonly string[];
  /** Taken out again: an upload that is told of once more does not bring them back. */
  readonly removedIds: readonly string[];
  readonly name: string;
  readonly description: string;
  readonly triggerWord: string;
  /** What it is trained with where nobody writes a word; empty until it is drawn. */
  readonly drawnWord: string;
  readonly modelType: ModelType;
}

export const emptyDraft = (modelTypes: readonly ModelType[]): LoraDraft => ({
  step: 'references',
  kind: 'style',
  assetIds: [],
  removedIds: [],
  name: '',
  description: '',
  triggerWord: '',
  drawnWord: '',
  modelType: modelTypes[0] ?? 'flux',
});

/** A draft as it was kept; what cannot be read is as at first. */
export const readDraft = (kept: unknown, modelTypes: readonly ModelType[]): LoraDraft => {
  const first = emptyDraft(modelTypes);
  if (typeof kept !== 'object' || kept === null) return first;
  const value = (key: keyof LoraDraft): unknown => Reflect.get(kept, key);
  const text = (key: 'name' | 'description' | 'triggerWord' | 'drawnWord', most: number) => {
    const one = value(key);
    return typeof one === 'string' ? one.slice(0, most) : '';
  };
  const ids = (key: 'assetIds' | 'removedIds') => {
    const list = value(key);
    return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
  };
  const [kind, modelType] = [value('kind'), value('modelType')];
  return {
    step: value('step') === 'details' ? 'details' : 'references',
    kind: isLoraKind(kind) ? kind : first.kind,
    assetIds: ids('assetIds'),
    removedIds: ids('removedIds'),
    name: text('name', longestName),
    description: text('description', longestDescription),
    triggerWord: text('triggerWord', 64),
    drawnWord: text('drawnWord', 64),
    modelType: modelTypes.find((one) => one === modelType) ?? first.modelType,
  };
};

export const longestName = 120;
export const longestDescription = 500;

/** With more pictures, each once, as far as there is room. */
export const withPictures = (draft: LoraDraft, ids: readonly string[], most: number): LoraDraft => {
  const assetIds = [...new Set([...draft.assetIds, ...ids])].slice(0, most);
  if (assetIds.length === draft.assetIds.length) return draft;
  return { ...draft, assetIds, removedIds: draft.removedIds.filter((id) => !assetIds.includes(id)) };
};

/** The same of pictures that have arrived, but for those that were taken out since. */
export const withArrived = (draft: LoraDraft, ids: readonly string[], most: number): LoraDraft =>
  withPictures(
    draft,
    ids.filter((id) => !draft.removedIds.includes(id)),
    most,
  );

export const withoutPicture = (draft: LoraDraft, id: string): LoraDraft => ({
  ...draft,
  assetIds: draft.assetIds.filter((one) => one !== id),
  removedIds: [...draft.removedIds, id],
});

/** How many pictures there are, measured by what one training takes and what serves it best. */
export interface PictureCounts {
  readonly least: number;
  readonly best: readonly [from: number, to: number];
  readonly most: number;
}

interface CountSettings {
  readonly minimumImages: number;
  readonly recommendedImages: number;
  readonly maximumImages: number;
}

/** Two more than what is recommended are still as good. */
export const countsOf = (settings: CountSettings): PictureCounts => {
  const { minimumImages: least, recommendedImages: from, maximumImages: most } = settings;
  return { least, best: [from, Math.min(most, from + 2)], most };
};

export type CountVerdict = 'none' | 'few' | 'enough' | 'best' | 'plenty' | 'many';

export const judgeCount = (count: number, { least, best, most }: PictureCounts): CountVerdict => {
  if (count === 0) return 'none';
  if (count < least) return 'few';
  if (count > most) return 'many';
  if (count < best[0]) return 'enough';
  return count <= best[1] ? 'best' : 'plenty';
};
