import { type GenderValue, genders } from './genders.ts';

/** What somebody has said of the model they are about to have; the selfies lie with the service already. */
export interface Draft {
  readonly name: string;
  /** Null until it is chosen. */
  readonly gender: GenderValue | null;
  /** The word that will call the model; empty until it is drawn. */
  readonly word: string;
}

export const firstDraft: Draft = { name: '', gender: null, word: '' };

export const longestName = 40;

/** What was kept, as far as it can still be read; null where there is nothing. */
export const parseDraft = (kept: unknown): Draft | null => {
  if (typeof kept !== 'object' || kept === null) return null;
  const text = (key: keyof Draft): string => {
    const value: unknown = Reflect.get(kept, key);
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text('name').slice(0, longestName),
    gender: genders.find(({ value }) => value === text('gender'))?.value ?? null,
    word: /^user\d{8}$/.test(text('word')) ? text('word') : '',
  };
};
