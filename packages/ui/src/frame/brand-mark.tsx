interface BrandMarkProps {
  readonly name: string;
  /** A line beneath: the storefront, the role. */
  readonly line?: string | undefined;
  readonly isMarkOnly?: boolean | undefined;
}

/** Whose studio this is: a square in the brand's colour with its first letter, and its name. */
export function BrandMark({ name, line, isMarkOnly = false }: BrandMarkProps) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <span
        aria-hidden
        className="grid size-8 shrink-0 place-items-center rounded-md bg-accent font-display font-semibold text-accent-text text-md"
      >
        {[...name][0]?.toUpperCase()}
      </span>
      <span className={isMarkOnly ? 'sr-only' : 'min-w-0'}>
        <span className="block truncate font-display font-semibold leading-5">{name}</span>
        {line && <span className="block truncate text-muted text-xs">{line}</span>}
      </span>
    </span>
  );
}
