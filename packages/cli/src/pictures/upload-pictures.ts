import { UploadError, type UploadedPicture } from '@act/ai-models';
import { pictureFromPath } from '@act/ai-models/node';
import { count } from '../output/words.ts';
import type { World } from '../program/world.ts';
import type { Session } from '../session/open-session.ts';
import type { FolderPicture } from './picture-folder.ts';
import type { UploadLedger } from './upload-ledger.ts';

/** A picture that was not uploaded, and why. */
export interface RefusedPicture {
  readonly name: string;
  readonly code: string;
  readonly reason: string;
}

export interface UploadOutcome {
  /** Ids by hash. */
  readonly uploaded: ReadonlyMap<string, string>;
  readonly refused: readonly RefusedPicture[];
}

/** So many are noted at a time: whoever is stopped goes on after them. */
const atOnce = 16;

/** Uploads pictures and notes which became which, a few at a time. */
export async function uploadPictures(
  { ai }: Session,
  { brandId, ledger }: { brandId: string; ledger: UploadLedger },
  pictures: readonly FolderPicture[],
  { output, signal }: World,
): Promise<UploadOutcome> {
  const uploaded = new Map<string, string>();
  const refused: RefusedPicture[] = [];
  const progress = output.progress();
  try {
    for (let start = 0; start < pictures.length; start += atOnce) {
      const part = pictures.slice(start, start + atOnce);
      const { taken, failed } = await uploadPart(ai, part, {
        brandId,
        signal,
        onProgress: ({ done }) =>
          progress.show((start + done) / pictures.length, `Uploading ${count(pictures.length, 'picture')}`),
      });
      for (const [hash, id] of Object.entries(taken)) uploaded.set(hash, id);
      refused.push(...failed);
      await ledger.add(taken);
      signal.throwIfAborted();
    }
  } finally {
    progress.end();
  }
  return { uploaded, refused };
}

async function uploadPart(
  ai: Session['ai'],
  pictures: readonly FolderPicture[],
  options: { brandId: string; signal: AbortSignal; onProgress: (progress: { done: number }) => void },
): Promise<{ taken: Record<string, string>; failed: RefusedPicture[] }> {
  const idsOf = (rows: readonly UploadedPicture[], of: readonly FolderPicture[]) =>
    Object.fromEntries(of.flatMap(({ sha256 }, index) => (rows[index] ? [[sha256, rows[index].id]] : [])));
  try {
    const rows = await ai.uploadTrainingImages({
      ...options,
      files: pictures.map(({ path }) => pictureFromPath(path)),
      captions: pictures.map(({ caption }) => caption),
    });
    return { taken: idsOf(rows, pictures), failed: [] };
  } catch (error) {
    if (!UploadError.isInstance(error)) throw error;
    const failedAt = new Map(error.failed.map((one) => [one.index, one]));
    return {
      taken: idsOf(
        error.uploaded,
        pictures.filter((_, index) => !failedAt.has(index)),
      ),
      failed: error.failed.map(({ name, error: { code, message, hint } }) => ({
        name,
        code,
        reason: [message, hint].filter(Boolean).join(' '),
      })),
    };
  }
}
