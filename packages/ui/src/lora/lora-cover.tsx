'use client';

import type { CoverPicture } from './use-covers.ts';

interface LoraCoverProps {
  readonly pictures: readonly CoverPicture[];
  /** Set large where there is no picture yet. */
  readonly word: string;
}

/** One large picture and up to three beside it; type alone where there is none. */
export function LoraCover({ pictures, word }: LoraCoverProps) {
  const [first, ...others] = pictures;
  if (!first) {
    return (
      <div className="plate grid aspect-[3/2] place-items-center overflow-hidden px-4">
        <span aria-hidden className="max-w-full truncate font-display font-semibold text-2xl text-edge">
          {word}
        </span>
      </div>
    );
  }
  return (
    <div className="plate grid aspect-[3/2] grid-cols-[3fr_1fr] gap-px overflow-hidden">
      <Picture url={first.url} isWide={others.length === 0} />
      {others.length > 0 && (
        <div className="grid min-h-0 auto-rows-fr gap-px">
          {others.map(({ id, url }) => (
            <Picture key={id} url={url} />
          ))}
        </div>
      )}
    </div>
  );
}

const Picture = ({ url, isWide = false }: { readonly url: string; readonly isWide?: boolean }) => (
  <img
    src={url}
    alt=""
    loading="lazy"
    decoding="async"
    className={isWide ? 'col-span-2 size-full object-cover' : 'size-full min-h-0 object-cover'}
  />
);
