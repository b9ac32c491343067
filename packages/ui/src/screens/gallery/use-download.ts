import { useRef } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { notify } from '../../primitives/notify.ts';
import type { GalleryPicture } from './gallery-pictures.ts';
import { saveFile } from './save-file.ts';
import { nameFiles } from './zip-pictures.ts';

interface DownloadOptions {
  /** As it is known now; its address is renewed in place. */
  readonly picture: GalleryPicture | undefined;
  /** Asks for an address that holds, where this one is about to end. */
  readonly renew: (picture: GalleryPicture) => Promise<void>;
}

/** Saves the picture that is shown as a file: fetched first, for browsers only open what lies on another address. */
export const useDownload = ({ picture, renew }: DownloadOptions) => {
  const words = useWords('gallery');
  const latest = useRef(picture);
  latest.current = picture;
  return async (): Promise<void> => {
    const wanted = latest.current;
    if (!wanted) return;
    try {
      await renew(wanted);
      const { url } = latest.current?.id === wanted.id ? latest.current : wanted;
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`The picture is not there: ${answer.status}.`);
      const [name = 'picture.png'] = nameFiles([wanted]);
      saveFile(await answer.blob(), name);
    } catch {
      notify('error', words('notDownloaded'), { description: words('zipFailedLine') });
    }
  };
};
