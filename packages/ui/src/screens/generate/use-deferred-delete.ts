import { useSyncExternalStore } from 'react';
import type { Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { notify } from '../../primitives/notify.ts';
import { useStudio } from '../studio.tsx';
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

/** Deleting with a way back. Pictures of one request go together: that is how they are stored. */
export const useDeferredDelete = (forget: (ids: ReadonlySet<string>) => void) => {
  const { api } = useStudio();
  const words = useWords('pictures');
  const hidden = useSyncExternalStore(deletes.subscribe, deletes.hidden, () => none);
  const latest = useSyncExternalStore<PendingDelete | null>(deletes.subscribe, deletes.latest, () => null);
  const remove = (generations: readonly Pick<Generation, 'id' | 'images'>[]) => {
    const ids = generations.map(({ id }) => id);
    const pictures = generations.reduce((sum, { images }) => sum + images.length, 0);
    deletes.add({ ids, pictures }, async () => {
      const answers = await Promise.allSettled(ids.map((id) => api.generations.delete(id)));
      forget(new Set(ids.filter((_, index) => answers[index]?.status === 'fulfilled')));
      const kept = answers.filter(({ status }) => status === 'rejected').length;
      if (kept > 0) notify('error', words('notDeleted'), { description: words('notDeletedLine') });
    });
  };
  return { hidden, latest, remove, undo: deletes.undo };
};
