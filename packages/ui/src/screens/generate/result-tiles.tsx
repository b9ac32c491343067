'use client';

import { Copy, Ellipsis, Heart, Info, Repeat2, Trash2 } from 'lucide-react';
import type { GeneratedImage, Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Menu } from '../../primitives/menu.tsx';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import { Rating } from '../../primitives/rating.tsx';
import { Tile } from '../../primitives/tile.tsx';
import { FailedResult } from './failed-result.tsx';
import { isBeingMade } from './generation-pages.ts';
import { ratioOf } from './picture-settings.ts';

export interface ResultActions {
  readonly onOpen: (image: GeneratedImage) => void;
  readonly onStar: (image: GeneratedImage) => void;
  readonly onRate: (image: GeneratedImage, rating: number | null) => void;
  readonly onRemix: (generation: Generation) => void;
  /** The same once more, for one that failed. */
  readonly onAgain: (generation: Generation) => void;
  /** The request with all of its pictures. */
  readonly onDelete: (generation: Generation) => void;
  readonly onDeletePicture: (image: GeneratedImage, generation: Generation) => void;
  /** Its address has ended. */
  readonly onBroken: (generation: Generation) => void;
}

interface ResultTilesProps extends ResultActions {
  readonly generation: Generation;
  readonly canChange: boolean;
}

/** The pictures of one request, in their places from the first moment on, or why there are none. */
export function ResultTiles({ generation, canChange, ...actions }: ResultTilesProps) {
  const words = useWords('generate');
  const { images, requestedImages, prompt, progress, status } = generation;
  const ratio = ratioOf(generation);
  const missing = isBeingMade(generation) ? Math.max(0, requestedImages - images.length) : 0;
  return (
    <>
      {images.map((image, index) => (
        // Caught on its way down: errors of pictures do not rise.
        <div key={image.id} onErrorCapture={() => actions.onBroken(generation)}>
          <Tile
            key={image.thumbnailUrl ?? image.url}
            url={image.thumbnailUrl ?? image.url}
            alt={words('picture', { number: index + 1, prompt })}
            ratio={image.width && image.height ? image.width / image.height : ratio}
            onOpen={() => actions.onOpen(image)}
            badge={
              image.isStarred && (
                <Heart
                  aria-label={words('starred')}
                  size={22}
                  fill="currentColor"
                  className="rounded-full bg-[rgb(0_0_0/0.55)] p-1 text-[#fff]"
                />
              )
            }
            actions={canChange && <TileActions image={image} generation={generation} {...actions} />}
          />
        </div>
      ))}
      {Array.from({ length: missing }, (_, index) => (
        <Tile
          key={`place-${index}`}
          url={null}
          alt={words('making')}
          ratio={ratio}
          standIn={
            index === 0 ? (
              <span className="w-full max-w-40">
                <ProgressBar label={words('making')} value={progress > 0 ? progress : null} />
              </span>
            ) : (
              <span />
            )
          }
        />
      ))}
      {(status === 'failed' || status === 'cancelled') && (
        <FailedResult
          generation={generation}
          canChange={canChange}
          onAgain={() => actions.onAgain(generation)}
          onDelete={() => actions.onDelete(generation)}
        />
      )}
    </>
  );
}

interface TileActionsProps extends ResultActions {
  readonly image: GeneratedImage;
  readonly generation: Generation;
}

function TileActions(props: TileActionsProps) {
  const { image, generation, onOpen, onStar, onRate, onRemix, onDelete, onDeletePicture } = props;
  const words = useWords('generate');
  const pictures = useWords('pictures');
  const seed = image.seed;
  return (
    <>
      <span className="rounded-md bg-raised/90 px-0.5 max-sm:hidden pointer-coarse:hidden [&_label]:min-w-5">
        <Rating
          label={pictures('rating')}
          size={14}
          value={image.rating}
          nameOf={(value) => pictures('ratingOf', { value })}
          onRate={(rating) => onRate(image, rating)}
        />
      </span>
      <IconButton
        size="small"
        label={words(image.isStarred ? 'unstar' : 'star')}
        aria-pressed={image.isStarred}
        icon={<Heart size={15} fill={image.isStarred ? 'currentColor' : 'none'} />}
        onClick={() => onStar(image)}
      />
      <Menu
        trigger={<IconButton size="small" label={words('actions')} icon={<Ellipsis size={15} />} />}
        groups={[
          [
            { label: words('remix'), icon: <Repeat2 size={15} />, onChoose: () => onRemix(generation) },
            ...(seed === null
              ? []
              : [
                  {
                    label: words('copySeed', { seed: String(seed) }),
                    icon: <Copy size={15} />,
                    onChoose: () => void navigator.clipboard.writeText(String(seed)),
                  },
                ]),
            { label: words('facts'), icon: <Info size={15} />, onChoose: () => onOpen(image) },
          ],
          [
            {
              label: words('deletePicture'),
              icon: <Trash2 size={15} />,
              isDangerous: true,
              onChoose: () => onDeletePicture(image, generation),
            },
            ...(generation.images.length > 1
              ? [
                  {
                    label: words('delete', { count: generation.images.length }),
                    icon: <Trash2 size={15} />,
                    isDangerous: true,
                    onChoose: () => onDelete(generation),
                  },
                ]
              : []),
          ],
        ]}
      />
    </>
  );
}
