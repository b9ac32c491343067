import type { Picked, PickedFile, Refusal } from './picked-file.ts';
import { isZip } from './picture-type.ts';

/** What lies in the zips among files, beside the files that are none. */
export async function openZips(files: readonly PickedFile[], maximumPictureBytes: number): Promise<Picked> {
  const taken: PickedFile[] = [];
  const refused: Refusal[] = [];
  for (const one of files) {
    if (!isZip(one.file)) {
      taken.push(one);
      continue;
    }
    const { readZip, zipLimits } = await import('./read-zip.ts');
    const found = await readZip(one.file, { ...zipLimits, maximumPictureBytes });
    taken.push(...found.taken);
    refused.push(...found.refused);
  }
  return { taken, refused };
}

/** Files as an input or the clipboard gives them. */
export const fromFiles = (files: Iterable<File>): PickedFile[] =>
  [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
