import { makeZip } from 'client-zip';
import type { ZipTask } from '../zip-task.ts';
import { drain, entryName, openPicture } from './read-pictures.ts';

/** It takes a generator, and opens each picture when the one before is done. */
export function zipWithClientZip(task: ZipTask): Promise<number> {
  async function* entries() {
    for (const [index, picture] of task.pictures.entries()) {
      yield { name: entryName(index), input: await openPicture(task, picture), size: picture.sizeBytes };
    }
  }
  return drain(makeZip(entries()));
}
