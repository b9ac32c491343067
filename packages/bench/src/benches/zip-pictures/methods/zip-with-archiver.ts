import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipArchive } from 'archiver';
import type { ZipTask } from '../zip-task.ts';
import { drain, entryName, openPicture } from './read-pictures.ts';

/** One entry after the other: it opens what it is given, so a hundred at once would be a hundred connections. */
export async function zipWithArchiver(task: ZipTask): Promise<number> {
  const archive = new ZipArchive({ store: true });
  const drained = drain(archive);
  for (const [index, picture] of task.pictures.entries()) {
    const written = once(archive, 'entry');
    const body = await openPicture(task, picture);
    archive.append(Readable.from(body), { name: entryName(index) });
    await written;
  }
  await archive.finalize();
  return drained;
}
