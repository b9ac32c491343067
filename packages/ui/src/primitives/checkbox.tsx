'use client';

import { Check, Minus } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isLabelHidden?: boolean | undefined;
  /** Some of what it stands for is chosen, some not. */
  readonly isMixed?: boolean | undefined;
}

export function Checkbox({ label, hint, isLabelHidden, isMixed = false, className, ...rest }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <label
      className={classNames(
        'inline-flex items-start gap-2.5 has-disabled:cursor-not-allowed has-disabled:opacity-50',
        'pointer-coarse:min-h-11 pointer-coarse:items-center',
        className,
      )}
    >
      <span className="group relative mt-px grid size-[18px] shrink-0 place-items-center">
        <input
          {...rest}
          ref={input}
          type="checkbox"
          className="peer size-[18px] appearance-none rounded-sm border border-edge bg-raised checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent aria-invalid:border-bad"
        />
        <Check
          aria-hidden
          size={14}
          strokeWidth={3}
          className="pointer-events-none absolute hidden text-accent-text peer-checked:block peer-indeterminate:hidden"
        />
        <Minus
          aria-hidden
          size={14}
          strokeWidth={3}
          className="pointer-events-none absolute hidden text-accent-text peer-indeterminate:block"
        />
      </span>
      <span className={isLabelHidden ? 'sr-only' : 'min-w-0'}>
        {label}
        {hint && <span className="mt-0.5 block text-muted text-sm">{hint}</span>}
      </span>
    </label>
  );
}
