'use client';

import { Pipette } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { colours } from './colours.ts';

interface ColourFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (colour: string) => void;
}

const swatch =
  'grid size-10 place-items-center rounded-full border-2 border-edge/40 has-checked:outline-3 has-checked:outline-accent-ink has-checked:outline-offset-2 has-focus-visible:outline-3 has-focus-visible:outline-text has-focus-visible:outline-offset-2 pointer-coarse:size-11';

/** A colour out of a box, or any other. */
export function ColourField({ label, value, onChoose }: ColourFieldProps) {
  const words = useTranslations('create.look');
  const name = useId();
  const isOwn = !colours.some(([, colour]) => colour === value);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2.5 font-medium text-sm">{label}</legend>
      <div className="flex flex-wrap gap-2.5">
        {colours.map(([key, colour]) => (
          <label key={key} title={words(`colours.${key}`)} className={swatch} style={{ background: colour }}>
            <input
              type="radio"
              name={name}
              value={colour}
              checked={colour === value}
              aria-label={words(`colours.${key}`)}
              onChange={() => onChoose(colour)}
              className="sr-only"
            />
          </label>
        ))}
        <label
          title={words('ownColour')}
          className={`${swatch} relative ${isOwn ? 'outline-3 outline-accent-ink outline-offset-2' : ''}`}
          style={{ background: isOwn ? value : undefined }}
        >
          {!isOwn && <Pipette aria-hidden size={17} className="text-muted" />}
          <input
            type="color"
            aria-label={`${label}: ${words('ownColour')}`}
            value={value}
            onChange={({ target }) => onChoose(target.value)}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
          />
        </label>
      </div>
    </fieldset>
  );
}
