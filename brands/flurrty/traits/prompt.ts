import { nameColour } from './name-colour.ts';
import { furTypes, hybridStyles, type Trait, types, voices } from './traits.ts';
import type { TwinTraits } from './twin-traits.ts';

const promptOf = (traits: readonly Trait[], value: string) =>
  traits.find((trait) => trait.value === value)?.prompt ?? '';

/** So much of a personality is said to a painter. */
const longestMood = 120;

/** What is said of a twin before anything else; `[brand]` calls up what its model learned. */
const introduce = (traits: TwinTraits): string => {
  const fur = `${nameColour(traits.mainColour)} and ${nameColour(traits.secondColour)} ${promptOf(furTypes, traits.furType)}`;
  const mood = traits.personality.replace(/\s+/g, ' ').trim().slice(0, longestMood).trim();
  return [
    '[brand]',
    promptOf(hybridStyles, traits.hybridStyle),
    fur,
    promptOf(voices, traits.voice),
    ...(mood === '' ? [] : [`${mood} personality`]),
    promptOf(types, traits.type),
  ].join(', ');
};

const separator = '. ';

/** What a painter is told: who it is, and what somebody wants to see. The word of the model stands in it once. */
export const composePrompt = (traits: TwinTraits, wanted: string): string =>
  `${introduce(traits)}${separator}${withoutToken(wanted)}`;

/** What somebody wanted to see, out of what the painter was told; all of it, where it was told otherwise. */
export const wantedOf = (traits: TwinTraits, prompt: string): string => {
  const introduction = `${introduce(traits)}${separator}`;
  return prompt.startsWith(introduction) ? prompt.slice(introduction.length) : prompt;
};

const withoutToken = (text: string) =>
  text
    .replace(/\[\s*brand1?\s*\]/gi, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
