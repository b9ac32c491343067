import { firstTraits, longestName, parseTraits, readText, type TwinTraits } from '../traits/twin-traits.ts';

/** A twin that somebody is making: everything but its photos, which lie with the service already. */
export type Draft = TwinTraits & { readonly name: string };

export const firstDraft: Draft = { ...firstTraits, name: '' };

/** What was kept, as far as it can still be read; null where there is nothing. */
export const parseDraft = (kept: unknown): Draft | null =>
  typeof kept === 'object' && kept !== null
    ? { ...parseTraits(kept), name: readText(kept, 'name', longestName) }
    : null;

/** The brand's own fields, from what was chosen. */
export const toMetadata = ({ name, personality, ...traits }: Draft): Record<string, string> => ({
  fursonaName: name.trim(),
  ...traits,
  ...(personality.trim() !== '' && { personality: personality.trim() }),
});
