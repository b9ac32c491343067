'use client';

import Link from 'next/link';
import { useWords } from '../../messages/use-words.ts';
import { Tile } from '../../primitives/tile.tsx';
import type { GalleryPicture } from '../../screens/gallery/gallery-pictures.ts';
import { loraPaths } from '../lora-paths.ts';

interface NewestStripProps {
  readonly pictures: readonly GalleryPicture[];
  readonly onOpen: (picture: GalleryPicture) => void;
}

const most = 24;

/** The newest pictures in one row, as frames on a film. */
export function NewestStrip({ pictures, onOpen }: NewestStripProps) {
  const words = useWords('lora.home');
  if (pictures.length === 0) return null;
  return (
    <section aria-labelledby="newest" className="flex flex-col gap-2 border-line border-t pt-3">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="newest" className="font-display font-semibold text-lg">
          {words('newest')}
        </h2>
        <Link href={loraPaths.gallery} className="text-accent-ink text-sm underline underline-offset-2">
          {words('allPictures')}
        </Link>
      </div>
      <ul className="-mx-4 flex snap-x gap-1 overflow-x-auto px-4 pb-2 [scrollbar-width:thin] md:-mx-6 md:px-6">
        {pictures.slice(0, most).map((picture) => (
          <li key={picture.id} className="w-32 shrink-0 snap-start sm:w-40">
            <Tile
              url={picture.thumbnailUrl ?? picture.url}
              alt={picture.generation.prompt}
              onOpen={() => onOpen(picture)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
