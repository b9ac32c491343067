import type { Generation } from '../api/answers.ts';
import type { Lora } from '../api/lora-answers.ts';
import type { LoraPaintWish } from '../api/lora-wishes.ts';
import { drawSeed } from '../screens/generate/base-bounds.ts';
import { type PromptWish, toWish, untouchedWish } from '../screens/generate/prompt-wish.ts';
import type { ReadyLora } from './lora.ts';
import { withTriggerWord } from './trigger-in-prompt.ts';

/** The form of the home page before anybody has touched it: `modelId` is the id of a LoRA there. */
export const blankWish: PromptWish = { ...untouchedWish, prompt: '' };

/** The form with another LoRA chosen, and its word in the prompt. */
export const chooseLora = (wish: PromptWish, lora: Lora, loras: readonly Lora[]): PromptWish => {
  const before = loras.find(({ id }) => id === wish.modelId);
  return {
    ...wish,
    modelId: lora.id,
    prompt: withTriggerWord(wish.prompt, lora.trigger_word, before?.trigger_word ?? null),
  };
};

/** The form in the words of the founding document, which names a LoRA and its address together. */
export const toPaintWish = (wish: PromptWish, lora: ReadyLora): LoraPaintWish => ({
  prompt: wish.prompt.trim().replace(/,$/, ''),
  model: `lora:${lora.id}`,
  lora_id: lora.id,
  lora_url: lora.lora_url,
  num_outputs: wish.count,
  aspect_ratio: wish.aspectRatio,
  lora_scale: wish.scale,
  seed: wish.seed ?? drawSeed(),
});

/** Everything that pictures were made with, back in the form; with a LoRA that is gone, the one that is chosen stays. */
export const fromMade = (made: Generation, loras: readonly Lora[], before: PromptWish): PromptWish => {
  const lora = loras.find(({ model_id }) => model_id === made.modelId);
  const known = loras.map(({ id }) => ({ modelId: id }));
  return toWish({ ...made, modelId: lora?.id ?? '' }, known, before);
};
