/** A file that somebody brought. */
export interface PickedFile {
  readonly file: File;
  /** Where it lay, in a folder or a zip: two pictures of one name in two folders are two pictures. */
  readonly path: string;
}

/** Why a file is not sent at all. */
export const refusalReasons = [
  'notPicture',
  'empty',
  'tooLarge',
  'twice',
  'unreadable',
  'overLimit',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface Refusal {
  readonly name: string;
  readonly reason: RefusalReason;
}

/** What became of what was brought. */
export interface Picked {
  readonly taken: readonly PickedFile[];
  readonly refused: readonly Refusal[];
}

/** The same file brought twice has the same key. */
export const pickedKey = ({ file, path }: PickedFile): string => `${file.size}/${file.lastModified}/${path}`;
