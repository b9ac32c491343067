import {
  type FurType,
  furTypes,
  type HybridStyle,
  hybridStyles,
  type Trait,
  type TwinType,
  types,
  type Voice,
  voices,
} from './traits.ts';

export const longestName = 40;
export const longestPersonality = 300;

/** What a twin looks like and is like. */
export interface TwinTraits {
  readonly type: TwinType;
  readonly hybridStyle: HybridStyle;
  readonly furType: FurType;
  /** `#rrggbb`. */
  readonly mainColour: string;
  readonly secondColour: string;
  readonly personality: string;
  readonly voice: Voice;
}

/** As it is before anybody has chosen. */
export const firstTraits: TwinTraits = {
  type: 'glamour',
  hybridStyle: 'anthro',
  furType: 'fluffy',
  mainColour: '#f2915c',
  secondColour: '#fff1e0',
  personality: '',
  voice: 'warm',
};

/** A text among what was kept or sent; empty where there is none. */
export const readText = (value: unknown, key: string, longest: number): string => {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof text === 'string' ? text.slice(0, longest) : '';
};

/** What was chosen, as a job or a draft has it; what cannot be read is as it is at first. Read by hand: no page loads a library for it. */
export const parseTraits = (value: unknown): TwinTraits => {
  const one = <Value extends string>(
    key: keyof TwinTraits,
    traits: readonly Trait<Value>[],
    otherwise: Value,
  ) => traits.find((trait) => trait.value === readText(value, key, 60))?.value ?? otherwise;
  const colour = (key: 'mainColour' | 'secondColour') => {
    const text = readText(value, key, 60);
    return /^#[0-9a-f]{6}$/i.test(text) ? text : firstTraits[key];
  };
  return {
    type: one('type', types, firstTraits.type),
    hybridStyle: one('hybridStyle', hybridStyles, firstTraits.hybridStyle),
    furType: one('furType', furTypes, firstTraits.furType),
    mainColour: colour('mainColour'),
    secondColour: colour('secondColour'),
    personality: readText(value, 'personality', longestPersonality),
    voice: one('voice', voices, firstTraits.voice),
  };
};
