'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { type ButtonSize, type ButtonVariant, buttonLook } from './button-look.ts';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: ReactNode;
  /** What a click costs, beside the label. */
  readonly cost?: ReactNode;
  /** The click is being worked on: the button stays where it is, focused, and takes no second one. */
  readonly isLoading?: boolean | undefined;
}

export function Button({
  variant = 'secondary',
  size,
  icon,
  cost,
  isLoading = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const words = useWords('common');
  return (
    <button
      {...rest}
      type={type}
      aria-busy={isLoading || undefined}
      aria-disabled={isLoading || rest['aria-disabled']}
      className={classNames(buttonLook(variant, size), className)}
      onClick={(event) => {
        if (isLoading || rest['aria-disabled']) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {isLoading ? <Spinner label={words('working')} /> : icon}
      {children}
      {cost !== undefined && (
        <span className="figures -mr-1 ml-1 border-current/25 border-l pl-2.5 font-normal">{cost}</span>
      )}
    </button>
  );
}
