'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useWords } from '../messages/use-words.ts';
import { Skeleton } from '../primitives/skeleton.tsx';
import { Tile } from '../primitives/tile.tsx';
import { useTrainingAssets } from '../screens/datasets/use-training-assets.ts';
import { useStudio } from '../screens/studio.tsx';
import { loraPaths } from './lora-paths.ts';

interface LoraPicturesProps {
  /** What pictures name it by; null where it never came to a model. */
  readonly modelId: string | null;
  readonly imageIds: readonly string[];
}

const most = 8;

/** What was made with a LoRA, and what it learned from. */
export function LoraPictures({ modelId, imageIds }: LoraPicturesProps) {
  const words = useWords('lora.detail');
  const { api, brand } = useStudio();
  const made = useQuery({
    queryKey: [brand.id, 'lora-pictures', modelId],
    queryFn: ({ signal }) => api.generations.list({ modelId: modelId ?? undefined, limit: most, signal }),
    enabled: modelId !== null,
  });
  const { items: assets } = useTrainingAssets();
  const pictures = (made.data?.items ?? [])
    .flatMap(({ images, prompt }) => images.map((image) => ({ ...image, prompt })))
    .slice(0, most);
  const references = imageIds.flatMap((id) => assets.find((asset) => asset.id === id) ?? []);
  return (
    <>
      {modelId !== null && (
        <section aria-labelledby="lora-made" className="flex flex-col gap-2">
          <div className="flex items-baseline justify-between gap-3">
            <h3 id="lora-made" className="font-semibold">
              {words('made')}
            </h3>
            {pictures.length > 0 && (
              <Link
                href={loraPaths.galleryOf(modelId)}
                className="text-accent-ink text-sm underline underline-offset-2"
              >
                {words('gallery')}
              </Link>
            )}
          </div>
          {made.isPending ? (
            <Skeleton className="aspect-[4/1] w-full" />
          ) : pictures.length === 0 ? (
            <p className="text-muted text-sm">{words('noneMade')}</p>
          ) : (
            <ul className="grid grid-cols-4 gap-1">
              {pictures.map(({ id, url, thumbnailUrl, prompt }) => (
                <li key={id}>
                  <Tile url={thumbnailUrl ?? url} alt={prompt} />
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <section aria-labelledby="lora-references" className="flex flex-col gap-2">
        <h3 id="lora-references" className="font-semibold">
          {words('references')}
        </h3>
        <ul className="grid grid-cols-6 gap-1 sm:grid-cols-8">
          {references.map(({ id, name, thumbnailUrl }) => (
            <li key={id}>
              <Tile url={thumbnailUrl} alt={name} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
