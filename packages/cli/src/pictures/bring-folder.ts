import { count } from '../output/words.ts';
import type { World } from '../program/world.ts';
import type { Session } from '../session/open-session.ts';
import { matchPictures } from './match-pictures.ts';
import { readPictureFolder } from './picture-folder.ts';
import { openUploadLedger } from './upload-ledger.ts';
import { type RefusedPicture, uploadPictures } from './upload-pictures.ts';

/** What a folder holds, and what of it the brand lacks. */
export interface FolderPlan {
  readonly pictureCount: number;
  readonly missingCount: number;
  readonly ignored: readonly string[];
  /** Files that are neither pictures nor captions of one. */
  readonly others: readonly string[];
  /** Uploads what is missing. */
  upload(): Promise<BroughtFolder>;
}

/** The pictures of a folder, as they are in the brand now. */
interface BroughtFolder {
  readonly uploadedIds: readonly string[];
  /** Of pictures that were there before. */
  readonly knownIds: readonly string[];
  readonly refused: readonly RefusedPicture[];
}

/** Looks at a folder and at the brand; nothing is uploaded yet. */
export async function planFolder(
  session: Session,
  { brandId, folder }: { brandId: string; folder: string },
  world: World,
): Promise<FolderPlan> {
  const { pictures, ignored, others } = await readPictureFolder(folder, world.signal);
  const { url } = session.project;
  const place = { brandId, ledger: openUploadLedger(world.settings.configFolder, { url, brandId }) };
  const { known, missing } = await matchPictures(session, place, pictures);
  if (ignored.length > 0) {
    world.output.note(`Left out: ${ignored.join(', ')}. Save them as .jpg, .png or .webp.`);
  }
  return {
    pictureCount: known.size + missing.length,
    missingCount: missing.length,
    ignored,
    others,
    upload: async () => {
      const { uploaded, refused } = await uploadPictures(session, place, missing, world);
      for (const { name, reason } of refused) world.output.note(`Not uploaded: ${name}. ${reason}`);
      return { uploadedIds: [...uploaded.values()], knownIds: [...known.values()], refused };
    },
  };
}

/** `20 pictures, of which 12 are there already`. */
export const describePlan = ({ pictureCount, missingCount }: FolderPlan): string => {
  const known = pictureCount - missingCount;
  return `${count(pictureCount, 'picture')}${known > 0 ? `, of which ${known} ${known === 1 ? 'is' : 'are'} there already` : ''}`;
};
