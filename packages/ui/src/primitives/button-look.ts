import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'regular' | 'small';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-accent-text hover:brightness-110 active:brightness-95',
  secondary: 'border-edge/60 bg-raised text-text hover:border-edge hover:bg-text/7',
  quiet: 'border-transparent text-text hover:bg-text/7',
  danger: 'border-bad/50 bg-bad-soft text-bad hover:border-bad hover:bg-bad hover:text-surface',
};

const sizes: Record<ButtonSize, string> = {
  regular: 'min-h-control gap-2 px-3.5 py-1.5',
  small: 'min-h-[max(28px,var(--control-least,0px))] gap-1.5 px-2.5 py-1 text-sm',
};

/** How a button looks, whatever element it is. */
export const buttonLook = (variant: ButtonVariant = 'secondary', size: ButtonSize = 'regular') =>
  classNames(
    'inline-flex shrink-0 select-none items-center justify-center rounded-md border font-medium transition-colors duration-100',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-50 disabled:cursor-not-allowed disabled:opacity-50',
    variants[variant],
    sizes[size],
  );
