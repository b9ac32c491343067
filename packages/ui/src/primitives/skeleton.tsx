import { classNames } from './class-names.ts';

/** Holds the place of what is loading. It shows itself after 200 ms: what comes sooner needs no stand-in. */
export function Skeleton({ className }: { readonly className?: string | undefined }) {
  return (
    <span
      aria-hidden
      className={classNames('block animate-appear rounded-md bg-sunken', className ?? 'h-4 w-full')}
    />
  );
}
