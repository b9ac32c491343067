import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Lora } from '../api/lora-answers.ts';
import { useTrainingAssets } from '../screens/datasets/use-training-assets.ts';
import { useStudio } from '../screens/studio.tsx';

/** A picture on the cover of a LoRA. */
export interface CoverPicture {
  readonly id: string;
  readonly url: string;
}

/** Addresses of pictures hold for five minutes. */
const goodForMs = 4 * 60_000;
const most = 4;

/** What stands on the cover of a LoRA: what was made with it lately, then what shows it, or what it learned from. */
export const useCovers = (): ((lora: Lora) => readonly CoverPicture[]) => {
  const { api, brand } = useStudio();
  const made = useQuery({
    queryKey: [brand.id, 'lora-covers'],
    queryFn: ({ signal }) => api.generations.list({ limit: 100, signal }),
    staleTime: goodForMs,
  });
  const { items: assets } = useTrainingAssets();
  const thumbnails = useMemo(
    () => new Map(assets.flatMap(({ id, thumbnailUrl }) => (thumbnailUrl ? [[id, thumbnailUrl]] : []))),
    [assets],
  );
  return (lora) => {
    const painted = (made.data?.items ?? [])
      .filter((generation) => generation.modelId === lora.model_id)
      .flatMap(({ images }) => images.map(({ id, url, thumbnailUrl }) => ({ id, url: thumbnailUrl ?? url })));
    const learned = lora.image_ids.flatMap((id) => {
      const url = thumbnails.get(id);
      return url ? [{ id, url }] : [];
    });
    const shown = lora.sample_urls.map((url) => ({ id: new URL(url, 'http://localhost').pathname, url }));
    return [...painted, ...shown, ...learned].slice(0, most);
  };
};
