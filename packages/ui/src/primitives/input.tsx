'use client';

import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlLook } from './control-look.ts';
import { useField } from './field.tsx';
import { useReadOnly } from './use-read-only.ts';

interface InputProps extends ComponentProps<'input'> {
  /** In front of the text: a magnifier, a currency. */
  readonly icon?: ReactNode;
}

export function Input({ icon, className, ...rest }: InputProps) {
  const input = (
    <input
      {...useField()}
      {...rest}
      readOnly={useReadOnly(rest)}
      className={classNames(
        controlLook,
        'h-control',
        icon !== undefined && 'pl-9',
        rest.type === 'number' && 'figures',
        className,
      )}
    />
  );
  if (icon === undefined) return input;
  return (
    <span className="relative block w-full">
      <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-muted">
        {icon}
      </span>
      {input}
    </span>
  );
}
