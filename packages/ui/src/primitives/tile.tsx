'use client';

import { ImageOff } from 'lucide-react';
import { type CSSProperties, type ReactNode, useMemo, useState } from 'react';
import { thumbHashToDataURL } from 'thumbhash';
import { classNames } from './class-names.ts';

interface TileProps {
  readonly url: string | null;
  /** What the picture shows. */
  readonly alt: string;
  /** Base64, drawn until the picture has come. */
  readonly thumbHash?: string | undefined;
  /** Width by height; square unless told. */
  readonly ratio?: number | undefined;
  /** In the corner: the worst thing to know about it. */
  readonly badge?: ReactNode;
  /** Over the picture, for a pointer that rests on it and for the keyboard. */
  readonly actions?: ReactNode;
  /** In place of the picture, while there is none: progress, a reason. */
  readonly standIn?: ReactNode;
  readonly caption?: ReactNode;
  readonly isSelected?: boolean | undefined;
  readonly selectLabel?: string | undefined;
  readonly onSelect?: ((isSelected: boolean, isRange: boolean) => void) | undefined;
  readonly onOpen?: (() => void) | undefined;
}

/** One picture among others. */
export function Tile(props: TileProps) {
  const {
    url,
    alt,
    ratio = 1,
    badge,
    actions,
    standIn,
    caption,
    isSelected = false,
    onOpen,
    onSelect,
  } = props;
  const [isBroken, setIsBroken] = useState(false);
  const placeholder = usePlaceholder(props.thumbHash);
  const picture =
    url && !isBroken ? (
      <img
        src={url}
        alt={alt}
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setIsBroken(true)}
        className="size-full object-cover"
      />
    ) : (
      <span className="grid size-full place-items-center p-3 text-center text-muted text-sm">
        {standIn ?? <ImageOff aria-label={alt} size={20} strokeWidth={1.5} />}
      </span>
    );
  return (
    <figure
      className={classNames(
        'group/tile relative min-w-0 overflow-hidden rounded-sm',
        isSelected && 'outline-3 outline-accent-ink -outline-offset-3',
      )}
    >
      <div className="plate relative bg-center bg-cover" style={{ aspectRatio: ratio, ...placeholder }}>
        {onOpen ? (
          <button type="button" onClick={onOpen} className="-outline-offset-3 block size-full">
            {picture}
          </button>
        ) : (
          picture
        )}
        {badge && <span className="pointer-events-none absolute bottom-1.5 left-1.5 flex">{badge}</span>}
        {onSelect && (
          <input
            type="checkbox"
            aria-label={props.selectLabel ?? alt}
            checked={isSelected}
            onChange={(event) => onSelect(event.target.checked, isShiftHeld(event.nativeEvent))}
            className={classNames(
              'absolute top-1.5 left-1.5 size-5 accent-(--accent) transition-opacity duration-100 pointer-coarse:size-6',
              !isSelected &&
                'opacity-0 focus-visible:opacity-100 group-hover/tile:opacity-100 pointer-coarse:opacity-100',
            )}
          />
        )}
        {actions && (
          <span className="absolute top-1.5 right-1.5 flex gap-1 opacity-0 transition-opacity duration-100 focus-within:opacity-100 group-hover/tile:opacity-100 pointer-coarse:opacity-100 [&_button]:bg-raised/90 [&_button]:text-text">
            {actions}
          </span>
        )}
      </div>
      {caption && <figcaption className="bg-raised px-2 py-1.5 text-sm">{caption}</figcaption>}
    </figure>
  );
}

const isShiftHeld = (event: Event) => 'shiftKey' in event && event.shiftKey === true;

const usePlaceholder = (thumbHash: string | undefined): CSSProperties =>
  useMemo(() => {
    if (!thumbHash) return {};
    const bytes = Uint8Array.from(atob(thumbHash), (character) => character.charCodeAt(0));
    return { backgroundImage: `url(${thumbHashToDataURL(bytes)})` };
  }, [thumbHash]);
