import { useSyncExternalStore } from 'react';
import type { Generation } from '../../api/answers.ts';
import { ApiRefusal } from '../../api/api-refusal.ts';
import { useWords } from '../../messages/use-words.ts';
import { notify } from '../../primitives/notify.ts';
import { type GalleryPicture, requestsOf } from '../gallery/gallery-pictures.ts';
import { useStudio } from '../studio.tsx';
import { useRefusalWords } from '../use-refusal-words.ts';
import { createPendingDeletes, type PendingDelete } from './pending-deletes.ts';

// Outlives a screen: whoever goes from the gallery to another page has still deleted, and can still undo there.
const deletes = createPendingDeletes({
  undoMs: 8000,
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
});

const none: ReadonlySet<string> = new Set();

/** Deleting with a way back: whole requests, or some of their pictures. */
export const useDeferredDelete = (forget: (ids: ReadonlySet<string>) => void) => {
  const { api } = useStudio();
  const words = useWords('pictures');
  const sayRefusal = useRefusalWords();
  const describe = (error: unknown) =>
    error instanceof ApiRefusal && error.status === 403 ? words('notDeletedLine') : sayRefusal(error);
  const hidden = useSyncExternalStore(deletes.subscribe, deletes.hidden, () => none);
  const latest = useSyncExternalStore<PendingDelete | null>(deletes.subscribe, deletes.latest, () => null);
  const add = (sends: ReadonlyMap<string, () => Promise<void>>, pictures: number) => {
    const ids = [...sends.keys()];
    deletes.add({ ids, pictures }, async () => {
      const answers = await Promise.allSettled([...sends.values()].map((send) => send()));
      forget(new Set(ids.filter((_, index) => answers[index]?.status === 'fulfilled')));
      const refused = answers.find((answer) => answer.status === 'rejected');
      if (refused) notify('error', words('notDeleted'), { description: describe(refused.reason) });
    });
  };
  const sendWhole = ({ id }: Pick<Generation, 'id'>) => [id, () => api.generations.delete(id)] as const;
  const sendOne = ({ id }: Pick<GalleryPicture, 'id'>) =>
    [id, () => api.generations.deleteImage(id)] as const;
  return {
    hidden,
    latest,
    undo: deletes.undo,
    /** Requests with all of their pictures. */
    remove: (generations: readonly Pick<Generation, 'id' | 'images'>[]) =>
      add(
        new Map(generations.map(sendWhole)),
        generations.reduce((sum, { images }) => sum + images.length, 0),
      ),
    /** These pictures and no others. A request goes with the last one that it has. */
    removePictures: (pictures: readonly Pick<GalleryPicture, 'id' | 'generation'>[]) => {
      const ids = new Set(pictures.map(({ id }) => id));
      const isEmptied = ({ images }: Generation) => images.every(({ id }) => ids.has(id));
      const emptied = requestsOf(pictures).filter(isEmptied);
      const others = pictures.filter(({ generation }) => !isEmptied(generation));
      add(new Map([...emptied.map(sendWhole), ...others.map(sendOne)]), pictures.length);
    },
  };
};
