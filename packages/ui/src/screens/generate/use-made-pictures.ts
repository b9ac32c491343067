import { useMemo, useState } from 'react';
import type { Generation } from '../../api/answers.ts';
import { toPictures } from '../gallery/gallery-pictures.ts';
import type { ResultActions } from './result-tiles.tsx';
import type { useDeferredDelete } from './use-deferred-delete.ts';
import type { Generations } from './use-generations.ts';

interface MadePicturesOptions extends Pick<ResultActions, 'onRemix' | 'onAgain'> {
  readonly results: Generations;
  readonly deletion: ReturnType<typeof useDeferredDelete>;
  /** Those of the results that are shown. */
  readonly made: readonly Generation[];
}

/** The pictures of what was made, what can be done with each, and which one is looked at. */
export const useMadePictures = (options: MadePicturesOptions) => {
  const { results, deletion, made, onRemix, onAgain } = options;
  const [open, setOpen] = useState<number | null>(null);
  const pictures = useMemo(() => toPictures(made), [made]);
  const actions: ResultActions = {
    onOpen: (image) => setOpen(pictures.findIndex(({ id }) => id === image.id)),
    onStar: (image) => void results.mark(image, { isStarred: !image.isStarred }),
    onRate: (image, rating) => void results.mark(image, { rating }),
    onRemix: (generation) => {
      setOpen(null);
      onRemix(generation);
    },
    onAgain,
    onDelete: (generation) => deletion.remove([generation]),
    onDeletePicture: ({ id }, generation) => {
      setOpen(null);
      deletion.removePictures([{ id, generation }]);
    },
    onBroken: ({ id }) => void results.renewUrls(new Set([id]), true),
  };
  return {
    pictures,
    /** The place of the one that is looked at; null while none is. */
    open,
    setOpen,
    actions,
    deletion,
    renew: ({ id }: Pick<Generation, 'id'>) => results.renewUrls(new Set([id])),
  };
};

export type MadePictures = ReturnType<typeof useMadePictures>;
