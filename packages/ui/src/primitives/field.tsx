'use client';

import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, use, useId } from 'react';
import { classNames } from './class-names.ts';

interface FieldProps {
  readonly label: ReactNode;
  /** What the value is good for, in one line. */
  readonly hint?: ReactNode;
  /** What is wrong with the value and how to mend it. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean | undefined;
  /** Beside the label: a counter, a reset, a longer explanation. */
  readonly aside?: ReactNode;
  readonly isLabelHidden?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

interface FieldParts {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

const FieldContext = createContext<Partial<FieldParts>>({});

/** What ties a control to the field around it; spread on the control. */
export const useField = () => use(FieldContext);

export function Field({
  label,
  hint,
  error,
  isRequired,
  aside,
  isLabelHidden,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const parts: FieldParts = {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': isRequired || undefined,
  };
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1.5', className)}>
      <div className={isLabelHidden ? 'sr-only' : 'flex items-baseline justify-between gap-3'}>
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        {aside && <span className="figures text-muted text-xs">{aside}</span>}
      </div>
      <FieldContext value={parts}>{children}</FieldContext>
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-bad text-sm">
          <CircleAlert aria-hidden size={14} className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
