'use client';

import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';

interface PageHeaderProps {
  readonly title: string;
  /** Beside the title: where the thing stands. */
  readonly status?: ReactNode;
  /** One level up. */
  readonly backHref?: string | undefined;
  /** At the right: the next step, and others behind a menu. */
  readonly actions?: ReactNode;
  /** Under the title, across the page: steps, tabs, filters. */
  readonly children?: ReactNode;
}

/** The top of a page, tinted with the brand's colour, so that nobody trains in the wrong one. */
export function PageHeader({ title, status, backHref, actions, children }: PageHeaderProps) {
  const words = useWords('frame');
  return (
    <header className="sticky top-0 z-20 border-line border-b bg-[color-mix(in_oklab,var(--accent)_5%,var(--surface))] md:top-[3px]">
      <div className="flex h-14 items-center gap-2 px-4 py-2.5 sm:gap-3 md:px-6">
        {backHref && (
          <Link
            href={backHref}
            aria-label={words('back')}
            title={words('back')}
            className="-ml-2 grid size-8 place-items-center rounded-md text-muted hover:bg-text/7 hover:text-text pointer-coarse:size-11"
          >
            <ChevronLeft aria-hidden size={20} />
          </Link>
        )}
        <h1 className="min-w-0 truncate font-semibold text-md tracking-tight sm:text-lg sm:tracking-normal">
          {title}
        </h1>
        {status && <span className="flex shrink-0 max-sm:hidden">{status}</span>}
        {actions && <div className="ml-auto flex shrink-0 items-center gap-2">{actions}</div>}
      </div>
      {status && <div className="flex px-4 pb-2.5 sm:hidden">{status}</div>}
      {children && <div className="px-4 pb-2.5 md:px-6">{children}</div>}
    </header>
  );
}
