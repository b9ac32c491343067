'use client';

import { Check, Heart, Repeat2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import type { GalleryPicture } from './gallery-pictures.ts';

interface GalleryTileProps {
  readonly picture: GalleryPicture;
  readonly isChosen: boolean;
  readonly onBroken: () => void;
}

/** Two elements for most pictures: thousands of them are scrolled through. */
export function GalleryTile({ picture, isChosen, onBroken }: GalleryTileProps) {
  const url = picture.thumbnailUrl || picture.url;
  const [brokenUrl, setBrokenUrl] = useState('');
  return (
    <>
      {url === '' || url === brokenUrl ? (
        <svg aria-hidden viewBox="0 0 20 20" className="absolute inset-0 m-auto size-5 text-muted">
          <path d="M3 3l14 14M5 2h13v13M2 5v13h13" fill="none" stroke="currentColor" />
        </svg>
      ) : (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          className="size-full object-cover"
          onError={() => {
            setBrokenUrl(url);
            onBroken();
          }}
        />
      )}
      {isChosen && (
        <Check
          aria-hidden
          size={22}
          strokeWidth={3}
          className="absolute top-2 left-2 rounded-full bg-accent p-1 text-accent-text"
        />
      )}
      {picture.isStarred && (
        <Heart
          aria-hidden
          size={22}
          fill="currentColor"
          className="absolute bottom-1.5 left-1.5 rounded-full bg-[rgb(0_0_0/0.55)] p-1 text-[#fff]"
        />
      )}
    </>
  );
}

interface TileActionsProps {
  readonly picture: GalleryPicture;
  readonly isChosen: boolean;
  readonly canChange: boolean;
  readonly onChoose: (isRange: boolean) => void;
  readonly onStar: () => void;
  readonly onRemix: () => void;
  readonly onDelete: () => void;
}

/** Over the tile under the pointer. Keys do the same, so they stay out of the order of Tab. */
export function TileActions(props: TileActionsProps) {
  const { picture, isChosen, canChange, onChoose, onStar, onRemix, onDelete } = props;
  const words = useWords('gallery');
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        aria-label={words('choose')}
        aria-pressed={isChosen}
        title={words('choose')}
        onClick={(event) => onChoose(event.shiftKey)}
        className={classNames(
          'absolute top-2 left-2 grid size-[22px] place-items-center rounded-full border-2 border-[#fff] text-[#fff] shadow-float',
          isChosen ? 'opacity-0' : 'bg-[rgb(0_0_0/0.40)] hover:bg-[rgb(0_0_0/0.70)]',
        )}
      />
      {canChange && (
        <span className="absolute top-1.5 right-1.5 flex gap-1 [&_button]:bg-raised/90 [&_button]:text-text">
          <IconButton
            size="small"
            tabIndex={-1}
            label={words(picture.isStarred ? 'unstar' : 'star')}
            aria-pressed={picture.isStarred}
            icon={<Heart size={15} fill={picture.isStarred ? 'currentColor' : 'none'} />}
            onClick={onStar}
          />
          <IconButton
            size="small"
            tabIndex={-1}
            label={words('remix')}
            icon={<Repeat2 size={15} />}
            onClick={onRemix}
          />
          <IconButton
            size="small"
            tabIndex={-1}
            label={words('delete')}
            icon={<Trash2 size={15} />}
            onClick={onDelete}
          />
        </span>
      )}
    </>
  );
}
