'use client';

import { useState } from 'react';
import { useWords } from '../messages/use-words.ts';

interface Picture {
  readonly url: string;
  readonly alt: string;
  /** What it is called over the picture. */
  readonly label: string;
}

interface CompareSliderProps {
  readonly left: Picture;
  readonly right: Picture;
  readonly ratio?: number | undefined;
}

/** Two pictures on top of each other, and an edge between them to move: by pointer, thumb or arrow keys. */
export function CompareSlider({ left, right, ratio = 1 }: CompareSliderProps) {
  const words = useWords('compare');
  const [place, setPlace] = useState(50);
  return (
    <div
      className="plate relative select-none overflow-hidden rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-accent-ink has-focus-visible:outline-offset-2"
      style={{ aspectRatio: ratio }}
    >
      <img
        src={right.url}
        alt={right.alt}
        draggable={false}
        className="absolute inset-0 size-full object-cover"
      />
      <img
        src={left.url}
        alt={left.alt}
        draggable={false}
        className="absolute inset-0 size-full object-cover"
        style={{ clipPath: `inset(0 ${100 - place}% 0 0)` }}
      />
      <span
        className="pointer-events-none absolute inset-y-0 w-0.5 bg-white mix-blend-difference"
        style={{ left: `calc(${place}% - 1px)` }}
      />
      <span className="pointer-events-none absolute top-2 left-2 rounded-sm bg-black/70 px-1.5 py-0.5 text-white text-xs">
        {left.label}
      </span>
      <span className="pointer-events-none absolute top-2 right-2 rounded-sm bg-black/70 px-1.5 py-0.5 text-white text-xs">
        {right.label}
      </span>
      <input
        type="range"
        min={0}
        max={100}
        value={place}
        aria-label={words('edge')}
        aria-valuetext={words('share', { left: left.label, share: place })}
        onChange={(event) => setPlace(event.target.valueAsNumber)}
        className="absolute inset-0 size-full cursor-ew-resize opacity-0"
      />
    </div>
  );
}
