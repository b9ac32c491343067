/** The largest document, as storage takes it. */
export const maximumDocumentBytes = 20 * 1024 * 1024;
/** The same in round words: sizes are shown in thousands. */
export const toldBytes = 20_000_000;

const types: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['md', 'text/markdown'],
  ['markdown', 'text/markdown'],
  ['txt', 'text/plain'],
]);

/** What an input lets people choose. */
export const acceptedDocuments = [...types.keys()].map((ending) => `.${ending}`).join(',');

/** By its ending: browsers know no type for notes in Markdown. */
export const documentTypeOf = (name: string): string | null =>
  types.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? null;

export type Refusal = 'type' | 'size' | 'empty';

/** Why a file is not taken; null where it is. */
export const refuseDocument = ({ name, size }: Pick<File, 'name' | 'size'>): Refusal | null => {
  if (documentTypeOf(name) === null) return 'type';
  if (size === 0) return 'empty';
  return size > maximumDocumentBytes ? 'size' : null;
};
