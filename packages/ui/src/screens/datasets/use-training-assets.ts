import type { Asset, Page } from '../../api/answers.ts';
import { useStudio } from '../studio.tsx';
import { usePages } from '../use-pages.ts';

/** The pictures of the brand, looked at again while the engine still inspects some. */
export const useTrainingAssets = (first?: Page<Asset>) => {
  const { api } = useStudio();
  const list = usePages({
    key: ['assets'],
    load: (cursor, signal) => api.assets.list({ cursor, signal, limit: 100 }),
    first,
    isMoving: ({ status, thumbnailUrl }) =>
      status === 'received' || (status === 'ready' && thumbnailUrl === null),
  });
  const ready = list.items.filter(({ status, isTrainingData }) => status === 'ready' && isTrainingData);
  /** They are looked at within seconds, and train then. */
  const received = list.items.filter(({ status, isTrainingData }) => status === 'received' && isTrainingData);
  return { ...list, ready, received };
};
