'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { controlLook } from './control-look.ts';
import { useField } from './field.tsx';

export interface SelectOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean | undefined;
}

interface SelectProps<Value extends string>
  extends Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'> {
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** The machine's own list: at home on every phone, known to every screen reader, and nothing to load. */
export function Select<Value extends string>({ options, onChoose, className, ...rest }: SelectProps<Value>) {
  return (
    <span className={classNames('relative block', className)}>
      <select
        {...useField()}
        {...rest}
        className={classNames(controlLook, 'h-control appearance-none truncate pr-8')}
        onChange={(event) => {
          const chosen = options.find(({ value }) => value === event.target.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map(({ value, label, isDisabled }) => (
          <option key={value} value={value} disabled={isDisabled}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        size={16}
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 text-muted"
      />
    </span>
  );
}
