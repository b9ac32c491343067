'use client';

import { Heart } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Tile } from '../../primitives/tile.tsx';
import type { GalleryPicture } from './gallery-pictures.ts';

interface GalleryTileProps {
  readonly picture: GalleryPicture;
  readonly onOpen: () => void;
  readonly onStar: () => void;
}

export function GalleryTile({ picture, onOpen, onStar }: GalleryTileProps) {
  const words = useWords('gallery');
  return (
    <Tile
      url={picture.thumbnailUrl ?? picture.url}
      alt={picture.prompt}
      onOpen={onOpen}
      badge={
        picture.isStarred && (
          <Heart
            aria-label={words('starred')}
            size={16}
            fill="currentColor"
            className="text-white drop-shadow"
          />
        )
      }
      actions={
        <IconButton
          size="small"
          label={words(picture.isStarred ? 'unstar' : 'star')}
          aria-pressed={picture.isStarred}
          icon={<Heart size={15} fill={picture.isStarred ? 'currentColor' : 'none'} />}
          onClick={onStar}
        />
      }
    />
  );
}
