import { setTimeout as pause } from 'node:timers/promises';
import { count } from '../output/words.ts';
import type { World } from '../program/world.ts';
import type { Session } from '../session/open-session.ts';
import { type BrandPicture, findPicturesById } from './brand-pictures.ts';

const lookEveryMs = 500;
/** An engine takes seconds for a picture; where nothing moves for so long, there is none. */
const patienceMs = 30_000;

/** Waits until the engine has looked into each of these pictures, or nothing has moved for a while. */
export async function awaitInspection(
  { database }: Session,
  { brandId, ids }: { brandId: string; ids: readonly string[] },
  { output, signal }: World,
): Promise<BrandPicture[]> {
  const progress = output.progress();
  let waitingBefore = ids.length + 1;
  let movedAt = Date.now();
  try {
    for (;;) {
      const pictures = await findPicturesById(database, brandId, ids);
      const waiting = pictures.filter(({ status }) => status === 'received').length;
      if (waiting < waitingBefore) movedAt = Date.now();
      waitingBefore = waiting;
      progress.show(1 - waiting / Math.max(1, ids.length), `Looking into ${count(ids.length, 'picture')}`);
      if (waiting === 0 || Date.now() - movedAt > patienceMs) return pictures;
      await pause(lookEveryMs, undefined, { signal });
    }
  } finally {
    progress.end();
  }
}
