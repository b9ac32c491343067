'use client';

import { Star } from 'lucide-react';
import { useId } from 'react';
import { classNames } from './class-names.ts';

const values = [1, 2, 3, 4, 5] as const;

interface RatingProps {
  readonly label: string;
  readonly value: number | null;
  /** What one of them is called: `3 of 5`. */
  readonly nameOf: (value: number) => string;
  /** Null where the same one is clicked again. */
  readonly onRate: (value: number | null) => void;
  readonly size?: number | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** One to five stars. */
export function Rating({ label, value, nameOf, onRate, size = 18, isDisabled }: RatingProps) {
  const name = useId();
  return (
    <fieldset disabled={isDisabled} className="inline-flex">
      <legend className="sr-only">{label}</legend>
      {values.map((one) => {
        const isOn = value !== null && one <= value;
        return (
          <label
            key={one}
            title={nameOf(one)}
            className="grid min-h-[max(28px,var(--control-least,0px))] min-w-[max(26px,var(--control-least,0px))] place-items-center rounded-sm hover:bg-text/7 has-focus-visible:outline-2 has-focus-visible:outline-accent-ink"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              aria-label={nameOf(one)}
              checked={value === one}
              onChange={() => onRate(one)}
              onClick={() => value === one && onRate(null)}
            />
            <Star
              aria-hidden
              size={size}
              fill={isOn ? 'currentColor' : 'none'}
              className={classNames(isOn ? 'text-accent-ink' : 'text-muted')}
            />
          </label>
        );
      })}
    </fieldset>
  );
}
