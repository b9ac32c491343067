import { genders } from '../training/genders.ts';

/** The word for whom a model shows, as its own field says; one who has not said is a person. */
export const nounOf = (metadata: unknown): string => {
  const gender: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'gender') : null;
  return genders.find(({ value }) => value === gender)?.noun ?? 'person';
};

/** What is written into the prompt. `[brand]` is where the interface puts the model's trigger word, once. */
export const toIdeaPrompt = (scene: string, noun: string): string => `photo of [brand], a ${noun}, ${scene}`;
