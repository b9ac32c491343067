import { AiModelsError } from '../../errors/index.ts';

/** What an archive of somebody else may be. */
export const archiveLimits = {
  /** A thousand pictures, a caption each, and what operating systems put beside them. */
  entries: 4_000,
  /** Of the archive itself. */
  archiveBytes: 1024 ** 3,
  /** Of everything in it, by what it says. */
  unpackedBytes: 2 * 1024 ** 3,
  /** Of its list of entries. */
  directoryBytes: 4 * 1024 ** 2,
  /** Pictures hardly shrink and captions are short: what shrinks a hundredfold was made to be a trap. */
  ratio: 100,
  /** Up to here no entry is a trap, however it shrinks. */
  harmlessBytes: 1024 ** 2,
} as const;

/** An archive is not taken, not even a part of it. `where` says which entry. */
export const refuseArchive = (what: string, where?: string): AiModelsError =>
  new AiModelsError({
    code: 'archive_refused',
    message: where === undefined ? `The archive ${what}.` : `The archive's ${where} ${what}.`,
    hint: 'Pack the pictures and their .txt captions anew, as a plain zip.',
  });
