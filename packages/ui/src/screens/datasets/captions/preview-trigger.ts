/** A piece of a caption as the trainer gets it. */
interface CaptionPiece {
  readonly text: string;
  readonly isTrigger: boolean;
}

const brandWord = /\[\s*brand\s*\]/gi;

const wholeWord = (word: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}_])${word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)}(?![\\p{L}\\p{M}\\p{N}_])`,
    'giu',
  );

/** How the trigger word lands: where `[brand]` stands, where it stands itself, and otherwise in front, once. */
export const previewTrigger = (caption: string, trigger: string): CaptionPiece[] => {
  const line = caption.replace(/\s+/g, ' ').trim();
  const expanded = line.replace(brandWord, () => trigger);
  const found = [...expanded.matchAll(wholeWord(trigger))];
  if (found.length === 0) {
    const rest = expanded ? [{ text: `, ${expanded}`, isTrigger: false }] : [];
    return [{ text: trigger, isTrigger: true }, ...rest];
  }
  const pieces: CaptionPiece[] = [];
  let at = 0;
  for (const { index } of found) {
    if (index > at) pieces.push({ text: expanded.slice(at, index), isTrigger: false });
    pieces.push({ text: trigger, isTrigger: true });
    at = index + trigger.length;
  }
  if (at < expanded.length) pieces.push({ text: expanded.slice(at), isTrigger: false });
  return pieces;
};
