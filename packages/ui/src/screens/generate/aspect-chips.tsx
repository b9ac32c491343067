'use client';

import { useId } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { type AspectRatio, aspectRatios } from './aspect-ratios.ts';

interface AspectChipsProps {
  readonly value: AspectRatio;
  readonly onChoose: (value: AspectRatio) => void;
}

/** Shapes of pictures, each drawn as it will be. */
export function AspectChips({ value, onChoose }: AspectChipsProps) {
  const words = useWords('generate');
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">{words('shape')}</legend>
      <div className="grid grid-cols-6 gap-1.5">
        {aspectRatios.map((ratio) => {
          const [width = 1, height = 1] = ratio.split(':').map(Number);
          const scale = 20 / Math.max(width, height);
          return (
            <label
              key={ratio}
              className="flex min-h-14 flex-col items-center justify-end gap-1.5 rounded-md border border-line bg-raised py-1.5 text-muted text-xs hover:border-edge has-checked:border-accent-ink has-checked:bg-accent-soft has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent-ink"
            >
              <input
                type="radio"
                name={name}
                className="sr-only"
                checked={ratio === value}
                onChange={() => onChoose(ratio)}
              />
              <span
                aria-hidden
                className="rounded-[2px] border-[1.5px] border-current"
                style={{ width: width * scale, height: height * scale }}
              />
              <span className="figures">{ratio}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
