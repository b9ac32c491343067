import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { Asset, Page } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { notify } from '../../primitives/notify.ts';
import { useStudio } from '../studio.tsx';
import type { AssetChanges } from './asset-grid.tsx';

type Pages = InfiniteData<Page<Asset>>;

/** Changes are shown at once, and taken back with a word where they were refused. */
export const useAssetChanges = () => {
  const words = useWords('datasets');
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const key = [brand.id, 'assets'];
  const show = (id: string, changes: AssetChanges) =>
    client.setQueryData<Pages>(
      key,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((asset) => (asset.id === id ? { ...asset, ...changes } : asset)),
          })),
        },
    );
  return async (asset: Asset, changes: AssetChanges) => {
    show(asset.id, changes);
    try {
      await api.assets.update(asset.id, changes);
    } catch {
      show(asset.id, { caption: asset.caption ?? '', isTrainingData: asset.isTrainingData });
      notify('error', words('notChanged', { name: asset.name }));
    }
  };
};
