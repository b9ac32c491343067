'use client';

import { Heart, Repeat2 } from 'lucide-react';
import type { GeneratedImage, Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import { Tile } from '../../primitives/tile.tsx';
import { isBeingMade } from './use-generations.ts';

interface ResultTilesProps {
  readonly generation: Generation;
  /** Of each picture, where it is not known yet. */
  readonly ratio?: number | undefined;
  readonly onOpen: (image: GeneratedImage) => void;
  readonly onStar: (image: GeneratedImage) => void;
  readonly onRemix?: ((generation: Generation) => void) | undefined;
}

/** The pictures of one wish, in their places from the first moment on. */
export function ResultTiles({ generation, ratio = 1, onOpen, onStar, onRemix }: ResultTilesProps) {
  const words = useWords('generate');
  const { images, requestedImages, prompt, progress, error } = generation;
  const missing = isBeingMade(generation) || error ? Math.max(0, requestedImages - images.length) : 0;
  return (
    <>
      {images.map((image, index) => (
        <Tile
          key={image.id}
          url={image.thumbnailUrl ?? image.url}
          alt={words('picture', { number: index + 1, prompt })}
          ratio={image.width && image.height ? image.width / image.height : ratio}
          onOpen={() => onOpen(image)}
          actions={
            <>
              <IconButton
                size="small"
                label={words(image.isStarred ? 'unstar' : 'star')}
                aria-pressed={image.isStarred}
                icon={<Heart size={15} fill={image.isStarred ? 'currentColor' : 'none'} />}
                onClick={() => onStar(image)}
              />
              {onRemix && (
                <IconButton
                  size="small"
                  label={words('remix')}
                  icon={<Repeat2 size={15} />}
                  onClick={() => onRemix(generation)}
                />
              )}
            </>
          }
        />
      ))}
      {Array.from({ length: missing }, (_, index) => (
        <Tile
          key={`place-${index}`}
          url={null}
          alt={words('making')}
          ratio={ratio}
          standIn={
            error ? (
              <span className="text-bad">{error.message}</span>
            ) : index === 0 ? (
              <span className="w-full">
                <ProgressBar label={words('making')} value={progress > 0 ? progress : null} />
              </span>
            ) : (
              <span />
            )
          }
        />
      ))}
    </>
  );
}
