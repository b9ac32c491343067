'use client';

import { Images } from 'lucide-react';
import Link from 'next/link';
import type { Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { Skeleton } from '../../primitives/skeleton.tsx';
import { Tile } from '../../primitives/tile.tsx';
import { studioPaths } from '../studio-paths.ts';
import { HomeSection } from './home-section.tsx';

interface HomePicturesProps {
  readonly generations: readonly Generation[];
  readonly isPending: boolean;
}

const most = 9;
const gridLook = 'grid grid-cols-3 gap-1 sm:grid-cols-4';

/** The newest pictures, the very newest the largest. */
export function HomePictures({ generations, isPending }: HomePicturesProps) {
  const words = useWords('overview');
  const pictures = generations
    .flatMap(({ images, prompt }) => images.map((image) => ({ ...image, prompt })))
    .slice(0, most);
  return (
    <HomeSection title={words('pictures')} more={{ href: studioPaths.gallery, label: words('allPictures') }}>
      {isPending ? (
        <Skeleton className="aspect-[2/1] w-full rounded-lg" />
      ) : pictures.length === 0 ? (
        <div className="flex flex-col items-center justify-center gap-2 rounded-lg border border-edge/50 border-dashed px-6 py-12 text-center text-muted">
          <Images aria-hidden size={26} strokeWidth={1.25} />
          {words('noPictures')}
        </div>
      ) : (
        <ul className={classNames(gridLook, pictures.length === most && 'xl:grid-cols-6')}>
          {pictures.map(({ id, url, thumbnailUrl, prompt }, index) => (
            <li
              key={id}
              className={classNames(
                'relative',
                index === 0 && pictures.length > 4 && 'col-span-2 row-span-2',
                // Whole rows only: five beside the large one on a phone, on a desk eight, or four where there are fewer.
                index >= 6 && 'max-sm:hidden',
                index >= 5 && pictures.length < most && 'sm:hidden',
              )}
            >
              <Link href={studioPaths.gallery} className="block rounded-sm">
                <Tile url={index === 0 ? url : (thumbnailUrl ?? url)} alt={prompt} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </HomeSection>
  );
}
