/** Words that most captions have in common, so that the model ties them to the trigger word. */
export interface SharedPhrase {
  readonly phrase: string;
  /** In how many captions it stands. */
  readonly count: number;
}

const leastCaptions = 3;
const leastShare = 0.6;
const mostPhrases = 4;

/** The trigger word is meant to be shared. */
const isTrigger = (phrase: string) => /^\[\s*brand\s*\]$/i.test(phrase);

const piecesOf = (caption: string) =>
  caption
    .split(/[,;.\n]+/)
    .map((piece) => piece.trim().toLocaleLowerCase())
    .filter((piece) => piece.length > 2 && !isTrigger(piece));

/** How all captions begin, in whole words. */
const sharedBeginning = (captions: readonly string[]): string | null => {
  const [first = [], ...others] = captions.map((caption) =>
    (caption.toLocaleLowerCase().split(/[,;.\n]/)[0] ?? '').trim().split(/\s+/),
  );
  const end = first.findIndex((word, at) => others.some((words) => words[at] !== word));
  const words = end === -1 ? first : first.slice(0, end);
  // What belongs to the trigger word stays with it.
  const own = words.slice(0, words.findIndex(isTrigger) === -1 ? undefined : words.findIndex(isTrigger));
  return own.length >= 2 ? own.join(' ') : null;
};

/** What most captions say, the most frequent first; nothing among a few captions, where it may be chance. */
export const findSharedPhrases = (captions: readonly string[]): SharedPhrase[] => {
  const written = captions.filter((caption) => caption.trim() !== '');
  if (written.length < leastCaptions) return [];
  const counts = new Map<string, number>();
  for (const caption of written)
    for (const piece of new Set(piecesOf(caption))) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const least = Math.max(leastCaptions, written.length * leastShare);
  const shared = [...counts]
    .filter(([, count]) => count >= least)
    .map(([phrase, count]) => ({ phrase, count }))
    .sort((one, other) => other.count - one.count || other.phrase.length - one.phrase.length);
  const beginning = sharedBeginning(written);
  const isSaid = beginning !== null && shared.some(({ phrase }) => phrase.includes(beginning));
  const all = beginning && !isSaid ? [{ phrase: beginning, count: written.length }, ...shared] : shared;
  return all.slice(0, mostPhrases);
};
