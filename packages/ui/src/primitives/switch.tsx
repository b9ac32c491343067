'use client';

import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

interface SwitchProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isOn: boolean;
  readonly isDisabled?: boolean | undefined;
  readonly onToggle: (isOn: boolean) => void;
}

/** Takes effect at once; what waits for a button is a checkbox. */
export function Switch({ label, hint, isOn, isDisabled, onToggle }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <label htmlFor={id} className="min-w-0">
        <span className="font-medium text-sm">{label}</span>
        {hint && <span className="block text-muted text-sm">{hint}</span>}
      </label>
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={isOn}
        disabled={isDisabled}
        onClick={() => onToggle(!isOn)}
        className={classNames(
          'relative h-[22px] w-10 shrink-0 rounded-full border transition-colors duration-150 disabled:opacity-50',
          isOn ? 'border-accent bg-accent' : 'border-edge bg-sunken',
        )}
      >
        <span
          className={classNames(
            'absolute top-[3px] left-[3px] size-3.5 rounded-full transition-transform duration-150',
            isOn ? 'translate-x-[18px] bg-accent-text' : 'bg-muted',
          )}
        />
      </button>
    </div>
  );
}
