import { useRef, useState } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { notify } from '../../primitives/notify.ts';
import { type GalleryPicture, requestsOf } from './gallery-pictures.ts';
import { saveFile } from './save-file.ts';
import { fitsZip, nameFiles } from './zip-pictures.ts';

interface ZipOptions {
  /** Addresses hold for minutes; the same pictures with new ones where it must be. */
  readonly renew: (ids: ReadonlySet<string>) => Promise<void>;
  readonly find: (ids: ReadonlySet<string>) => readonly GalleryPicture[];
}

/** Packs pictures in the browser; what packs is loaded with the first archive. */
export const useZip = ({ renew, find }: ZipOptions) => {
  const words = useWords('gallery');
  const [packed, setPacked] = useState<number | null>(null);
  const latest = useRef(find);
  latest.current = find;
  const save = async (chosen: readonly GalleryPicture[]) => {
    if (packed !== null || !fitsZip(chosen)) return;
    setPacked(0);
    try {
      const { packZip } = await import('./pack-zip.ts');
      await renew(new Set(requestsOf(chosen).map(({ id }) => id)));
      const pictures = latest.current(new Set(chosen.map(({ id }) => id)));
      const names = nameFiles(pictures);
      const { blob, missing } = await packZip(
        pictures.map(({ url }, index) => ({ url, name: names[index] ?? `${index}.png` })),
        { onFile: setPacked },
      );
      saveFile(blob, `pictures-${new Date().toISOString().slice(0, 10)}.zip`);
      if (missing.length > 0) notify('error', words('zipMissing', { count: missing.length }));
    } catch {
      notify('error', words('zipFailed'), { description: words('zipFailedLine') });
    } finally {
      setPacked(null);
    }
  };
  return { packed, save };
};
