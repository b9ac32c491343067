'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from '../primitives/class-names.ts';
import type { FramePlace } from './places.tsx';

interface RailLinkProps {
  readonly place: FramePlace;
  readonly label: string;
  readonly isNarrow: boolean;
}

/** The page that is open, or one beneath it. */
export const isHere = (pathname: string | null, place: FramePlace) =>
  (place.under ?? [place.href]).some(
    (root) => pathname === root || (!place.isExact && pathname?.startsWith(`${root}/`)),
  );

export function RailLink({ place, label, isNarrow }: RailLinkProps) {
  const isCurrent = isHere(usePathname(), place);
  return (
    <Link
      href={place.href}
      aria-current={isCurrent ? 'page' : undefined}
      title={isNarrow ? label : undefined}
      className={classNames(
        'relative flex h-control items-center gap-3 rounded-md px-2.5 text-muted transition-colors duration-100 hover:bg-text/7 hover:text-text',
        'aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-ink',
      )}
    >
      <span className="shrink-0 [&>svg]:size-[18px]">{place.icon}</span>
      <span className={isNarrow ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{label}</span>
      {place.badge && (
        <span className={isNarrow ? 'absolute -top-0.5 -right-0.5' : 'shrink-0'}>{place.badge}</span>
      )}
    </Link>
  );
}
