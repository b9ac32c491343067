import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title' | 'children'> {
  /** What it does; read aloud, and shown to a pointer that rests on it. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly size?: 'regular' | 'small' | undefined;
}

export function IconButton({ label, icon, size = 'regular', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-grid shrink-0 place-items-center rounded-md text-muted transition-colors duration-100 hover:bg-text/7 hover:text-text',
        'aria-pressed:bg-accent-soft aria-pressed:text-accent-ink disabled:opacity-40',
        size === 'small' ? 'size-[max(28px,var(--control-least,0px))]' : 'size-control',
        className,
      )}
    >
      {icon}
    </button>
  );
}
