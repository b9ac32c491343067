import Link from 'next/link';
import { type ReactNode, useId } from 'react';

interface HomeSectionProps {
  readonly title: string;
  /** Beside the title: how many. */
  readonly count?: ReactNode;
  /** Where all of it stands. */
  readonly more?: { readonly href: string; readonly label: string } | undefined;
  readonly children: ReactNode;
}

/** One part of the look around. */
export function HomeSection({ title, count, more, children }: HomeSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <header className="mb-2.5 flex items-baseline gap-2">
        <h2 id={id} className="font-semibold text-md">
          {title}
        </h2>
        {count !== undefined && <span className="figures text-muted text-sm">{count}</span>}
        {more && (
          <Link
            href={more.href}
            className="ml-auto rounded-sm text-muted text-sm underline-offset-4 hover:text-text hover:underline"
          >
            {more.label}
          </Link>
        )}
      </header>
      {children}
    </section>
  );
}
