'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { AppFrameProps } from '../frame/app-frame.tsx';
import { BottomTabs } from '../frame/bottom-tabs.tsx';
import { isHere } from '../frame/rail-link.tsx';
import { useWords } from '../messages/use-words.ts';
import { OfflineBanner } from '../primitives/offline-banner.tsx';

/** The studio as a newspaper: whose it is along the top, its places in one ruled line, and the page beneath. */
export function MastheadFrame(props: AppFrameProps) {
  const { children, brand, account, activity, world, places } = props;
  const words = useWords('frame');
  const pathname = usePathname();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#page"
        className="sr-only bg-text px-3 py-2 text-surface focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        {words('skip')}
      </a>
      <div aria-hidden className="h-[6px] bg-accent" />
      <header className="mx-auto w-full max-w-[1500px] px-4 md:px-6">
        <div className="flex min-h-14 items-center justify-between gap-4 md:min-h-20">
          {/* Beside a page this is a title, not a label. */}
          <div className="flex min-w-0 items-center [&_.font-display]:md:text-lg [&_.font-display]:md:leading-7">
            {brand}
          </div>
          <div className="flex items-center gap-2">
            <div className="grid grid-cols-[10.5rem_13rem] items-center max-lg:hidden">{activity}</div>
            {world}
            {/* What opens out of it hangs below here, where the rail lets it stand above. */}
            <div className="flex w-48 max-md:hidden [&>details>div]:top-full [&>details>div]:right-0 [&>details>div]:bottom-auto [&>details>div]:mt-1.5">
              {account}
            </div>
          </div>
        </div>
        <nav
          aria-label={words('rail')}
          className="flex gap-x-7 overflow-x-auto border-line border-t border-b-2 max-md:hidden"
        >
          {places.map((place) => (
            <Link
              key={place.name}
              href={place.href}
              aria-current={isHere(pathname, place) ? 'page' : undefined}
              className="relative flex min-h-11 items-center gap-2 font-display text-md hover:text-accent-ink aria-[current=page]:text-accent-ink aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-0 aria-[current=page]:after:bottom-0 aria-[current=page]:after:h-1 aria-[current=page]:after:bg-accent"
            >
              {words(`places.${place.name}`)}
              {place.badge}
            </Link>
          ))}
        </nav>
      </header>
      <main
        id="page"
        tabIndex={-1}
        className="mx-auto flex w-full min-w-0 max-w-[1500px] flex-1 flex-col outline-none max-md:pb-20"
      >
        {children}
      </main>
      <BottomTabs places={places} more={account} activity={activity} />
      <OfflineBanner />
    </div>
  );
}
