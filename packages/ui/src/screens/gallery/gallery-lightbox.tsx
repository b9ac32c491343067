'use client';

import { useEffect, useMemo } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { Lightbox } from '../../primitives/lightbox.tsx';
import { useShortcuts } from '../../primitives/use-shortcuts.ts';
import type { GalleryPicture } from './gallery-pictures.ts';
import { PictureFacts } from './picture-facts.tsx';
import { useDownload } from './use-download.ts';

interface GalleryLightboxProps {
  readonly pictures: readonly GalleryPicture[];
  /** Which one is shown; null while it is closed. */
  readonly index: number | null;
  readonly canChange: boolean;
  readonly onMove: (index: number | null) => void;
  readonly onStar: (picture: GalleryPicture) => void;
  readonly onRate: (picture: GalleryPicture, rating: number | null) => void;
  readonly onRemix: (picture: GalleryPicture) => void;
  readonly onDelete: (picture: GalleryPicture) => void;
  /** Asks for addresses that hold, where those of this picture are about to end. */
  readonly onShow: (picture: GalleryPicture) => Promise<void>;
}

/** Pictures one by one with their facts: D downloads, F stars, 1 to 5 rate, R takes the settings back, Delete deletes. */
export function GalleryLightbox(props: GalleryLightboxProps) {
  const { pictures, index, canChange, onMove, onStar, onRate, onRemix, onDelete, onShow } = props;
  const words = useWords('gallery');
  const shown = index === null ? undefined : pictures[Math.min(index, pictures.length - 1)];
  const views = useMemo(
    () =>
      index === null ? [] : pictures.map(({ id, url, generation }) => ({ id, url, alt: generation.prompt })),
    [pictures, index],
  );
  const shownId = shown?.id;
  useEffect(() => {
    if (shown) void onShow(shown);
  }, [shownId]);
  const download = useDownload({ picture: shown, renew: onShow });
  useShortcuts(
    Object.fromEntries(
      [1, 2, 3, 4, 5].map((value) => [
        String(value),
        () => shown && onRate(shown, shown.rating === value ? null : value),
      ]),
    ),
    shown !== undefined && canChange,
  );
  return (
    <Lightbox
      pictures={views}
      index={shown && index !== null ? Math.min(index, pictures.length - 1) : null}
      onMove={onMove}
      onClose={() => onMove(null)}
      actions={
        shown && [
          ...(canChange
            ? [{ key: 'f', label: words('star'), isPressed: shown.isStarred, run: () => onStar(shown) }]
            : []),
          { key: 'd', label: words('zip'), run: () => void download() },
          ...(canChange
            ? [
                { key: 'r', label: words('remix'), run: () => onRemix(shown) },
                { key: 'Delete', label: words('delete'), run: () => onDelete(shown) },
              ]
            : []),
        ]
      }
      aside={
        shown && (
          <PictureFacts
            picture={shown}
            canChange={canChange}
            onRate={(rating) => onRate(shown, rating)}
            onRemix={canChange ? () => onRemix(shown) : undefined}
          />
        )
      }
    />
  );
}
