import type { Trait } from './traits.ts';

/** What a trait is called in the language of the page. */
export const labelOf = (traits: readonly Trait[], value: string, language: string): string => {
  const label = traits.find((trait) => trait.value === value)?.label;
  return label?.[language === 'ru' ? 'ru' : 'en'] ?? value;
};
