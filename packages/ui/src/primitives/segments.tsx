'use client';

import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Shown in place of the label, which is then read aloud only. */
  readonly icon?: ReactNode;
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly segments: readonly Segment<Value>[];
  readonly onChoose: (value: Value) => void;
  readonly className?: string | undefined;
}

/** A choice of a few short words, all in sight. */
export function Segments<Value extends string>({
  label,
  value,
  segments,
  onChoose,
  className,
}: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset
      className={classNames(
        'inline-flex w-fit max-w-full shrink-0 overflow-x-auto rounded-md border border-line bg-sunken p-0.5',
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          title={segment.icon === undefined ? undefined : segment.label}
          className={classNames(
            'grid min-h-[max(26px,calc(var(--control-least,0px)-6px))] min-w-8 shrink-0 grow place-items-center rounded-sm border border-transparent px-2.5 text-muted text-sm transition-colors duration-100 hover:text-text',
            'has-checked:border-line has-checked:bg-raised has-checked:text-text',
            'has-focus-visible:outline-2 has-focus-visible:outline-accent-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={segment.value === value}
            onChange={() => onChoose(segment.value)}
          />
          {segment.icon}
          <span className={segment.icon === undefined ? 'whitespace-nowrap' : 'sr-only'}>
            {segment.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
