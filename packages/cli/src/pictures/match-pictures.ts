import type { Session } from '../session/open-session.ts';
import { type BrandPicture, findPicturesByHash, findPicturesById } from './brand-pictures.ts';
import type { FolderPicture } from './picture-folder.ts';
import type { UploadLedger } from './upload-ledger.ts';

/** Which pictures of a folder the brand has already, and which it lacks. */
export interface MatchedPictures {
  /** Ids by hash. */
  readonly known: ReadonlyMap<string, string>;
  readonly missing: readonly FolderPicture[];
}

/** By the hash of their bytes; a picture that was deleted in the brand is missing again. */
export async function matchPictures(
  { database }: Pick<Session, 'database'>,
  { brandId, ledger }: { brandId: string; ledger: UploadLedger },
  pictures: readonly FolderPicture[],
): Promise<MatchedPictures> {
  const hashes = [...new Set(pictures.map(({ sha256 }) => sha256))];
  const noted = await ledger.read();
  const ids = hashes.flatMap((hash) => noted[hash] ?? []);
  const there = new Set((await findPicturesById(database, brandId, ids)).map(({ id }) => id));
  const byHash = new Map(
    (await findPicturesByHash(database, brandId, hashes)).map((row): [string | null, BrandPicture] => [
      row.sha256,
      row,
    ]),
  );
  const known = new Map<string, string>();
  for (const hash of hashes) {
    const own = noted[hash];
    const id = own !== undefined && there.has(own) ? own : byHash.get(hash)?.id;
    if (id !== undefined) known.set(hash, id);
  }
  const missing = new Map(
    pictures.filter(({ sha256 }) => !known.has(sha256)).map((picture) => [picture.sha256, picture]),
  );
  return { known, missing: [...missing.values()] };
}
