import { type Picked, type PickedFile, pickedKey, type Refusal, type RefusalReason } from './picked-file.ts';
import { pictureTypeOf } from './picture-type.ts';

interface SortOptions {
  readonly maximumBytes: number;
  /** By `pickedKey`: what is on its way or has arrived since the page was opened. */
  readonly known: ReadonlySet<string>;
}

/** Which files are sent, and why the others are not. Nothing is sent twice. */
export const sortPicked = (picked: readonly PickedFile[], { maximumBytes, known }: SortOptions): Picked => {
  const seen = new Set(known);
  const taken: PickedFile[] = [];
  const refused: Refusal[] = [];
  for (const one of picked) {
    const reason = reasonAgainst(one, maximumBytes) ?? (seen.has(pickedKey(one)) ? 'twice' : null);
    seen.add(pickedKey(one));
    if (reason) refused.push({ name: one.file.name, reason });
    else taken.push(one);
  }
  return { taken, refused };
};

const reasonAgainst = ({ file }: PickedFile, maximumBytes: number): RefusalReason | null => {
  if (pictureTypeOf(file.name, file.type) === null) return 'notPicture';
  if (file.size === 0) return 'empty';
  return file.size > maximumBytes ? 'tooLarge' : null;
};
