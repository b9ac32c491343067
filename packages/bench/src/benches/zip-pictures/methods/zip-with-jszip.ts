import JSZip from 'jszip';
import type { ZipTask } from '../zip-task.ts';
import { drain, entryName, readPicture } from './read-pictures.ts';

const atOnce = 4;

/** As its README shows it: everything in memory, pictures and zip. */
export async function zipWithJSZip(task: ZipTask): Promise<number> {
  const zip = new JSZip();
  const rest = task.pictures.entries();
  const readOn = async () => {
    for (const [index, picture] of rest) zip.file(entryName(index), await readPicture(task, picture));
  };
  await Promise.all(Array.from({ length: atOnce }, readOn));
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
  return drain(
    (async function* () {
      yield bytes;
    })(),
  );
}
