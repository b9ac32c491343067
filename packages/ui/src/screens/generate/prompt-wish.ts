import type { BrandModel, Generation } from '../../api/answers.ts';
import type { GenerationWish } from '../../api/wishes.ts';
import { type AspectRatio, isAspectRatio } from './aspect-ratios.ts';
import { baseBounds, drawSeed, maximumSeed } from './base-bounds.ts';
import { readSettings } from './picture-settings.ts';

export const pictureCounts = [1, 2, 4, 8] as const;
type PictureCount = (typeof pictureCounts)[number];

/** The form as it stands. */
export interface PromptWish {
  readonly modelId: string;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly count: PictureCount;
  readonly aspectRatio: AspectRatio;
  readonly scale: number;
  /** Kept from one run to the next; null where each run draws its own. */
  readonly seed: number | null;
  /** Null where the base's own is meant. */
  readonly steps: number | null;
  readonly guidance: number | null;
  readonly secondModelId: string | null;
  readonly secondScale: number;
}

export const untouchedWish: PromptWish = {
  modelId: '',
  prompt: '[brand] ',
  negativePrompt: '',
  count: 4,
  aspectRatio: '1:1',
  scale: 1,
  seed: null,
  steps: null,
  guidance: null,
  secondModelId: null,
  secondScale: 1,
};

/** The wish in words of the interface. Settings that the base does not know stay here. */
export const toRequest = (wish: PromptWish, model: Pick<BrandModel, 'modelType'>): GenerationWish => ({
  ...toQuoted(wish, model),
  prompt: wish.prompt.trim(),
  seed: wish.seed ?? drawSeed(),
});

/** The same without what costs nothing: the prompt and the seed. */
export const toQuoted = (
  wish: PromptWish,
  model: Pick<BrandModel, 'modelType'>,
): Omit<GenerationWish, 'prompt'> => {
  const bounds = baseBounds[model.modelType];
  const { steps, guidance, secondModelId } = wish;
  const negative = wish.negativePrompt.trim();
  return {
    modelId: wish.modelId,
    imageCount: wish.count,
    aspectRatio: wish.aspectRatio,
    loraScale: wish.scale,
    ...(steps !== null && { inferenceSteps: Math.min(steps, bounds.maximumSteps) }),
    ...(guidance !== null && { guidance: Math.min(guidance, bounds.maximumGuidance) }),
    ...(negative !== '' && bounds.knowsNegativePrompt && { negativePrompt: negative }),
    ...(secondModelId !== null && { secondModelId, secondLoraScale: wish.secondScale }),
  };
};

/** Everything a picture was made with, back in the form. */
export const toWish = (
  made: Pick<Generation, 'modelId' | 'secondModelId' | 'prompt' | 'settings' | 'requestedImages'>,
  models: readonly Pick<BrandModel, 'modelId'>[],
  before: PromptWish,
): PromptWish => {
  const settings = readSettings(made.settings);
  const isThere = (wanted: string | null) => models.some(({ modelId }) => modelId === wanted);
  return {
    ...untouchedWish,
    // A model that is retired or gone cannot be chosen.
    modelId: isThere(made.modelId) ? made.modelId : before.modelId,
    prompt: made.prompt,
    negativePrompt: settings.negativePrompt ?? '',
    count: pictureCounts.find((count) => count >= made.requestedImages) ?? 8,
    aspectRatio:
      settings.aspectRatio && isAspectRatio(settings.aspectRatio) ? settings.aspectRatio : before.aspectRatio,
    scale: settings.scale ?? 1,
    seed: settings.seed,
    steps: settings.steps,
    guidance: settings.guidance,
    // It goes with the first one, and with no other.
    secondModelId: isThere(made.modelId) && isThere(made.secondModelId) ? made.secondModelId : null,
    secondScale: settings.secondScale ?? untouchedWish.secondScale,
  };
};

/** A form that was kept, as far as it can still be read. */
export const parseWish = (kept: unknown): PromptWish | null => {
  if (typeof kept !== 'object' || kept === null) return null;
  const value = (key: keyof PromptWish): unknown => Reflect.get(kept, key);
  const text = (key: keyof PromptWish) => {
    const one = value(key);
    return typeof one === 'string' ? one.slice(0, 4000) : null;
  };
  const number = (key: keyof PromptWish, minimum: number, maximum: number) => {
    const one = value(key);
    return typeof one === 'number' && one >= minimum && one <= maximum ? one : null;
  };
  const ratio = text('aspectRatio');
  return {
    modelId: text('modelId') ?? '',
    prompt: text('prompt') ?? untouchedWish.prompt,
    negativePrompt: text('negativePrompt') ?? '',
    count: pictureCounts.find((count) => count === value('count')) ?? untouchedWish.count,
    aspectRatio: ratio !== null && isAspectRatio(ratio) ? ratio : untouchedWish.aspectRatio,
    scale: number('scale', -1, 3) ?? 1,
    seed: number('seed', 0, maximumSeed),
    steps: number('steps', 1, 100),
    guidance: number('guidance', 0, 20),
    secondModelId: text('secondModelId'),
    secondScale: number('secondScale', -1, 3) ?? 1,
  };
};
