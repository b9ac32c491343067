'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Fragment, type ReactNode, useId, useRef } from 'react';
import { useWords } from '../messages/use-words.ts';
import type { FramePlace } from './places.tsx';
import { isHere, RailLink } from './rail-link.tsx';

interface BottomTabsProps {
  readonly places: readonly FramePlace[];
  readonly more?: ReactNode;
  readonly activity?: ReactNode;
}

const tabLook =
  'flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-muted text-xs aria-[current=page]:text-accent-ink [&_svg]:size-5';

/** The rail of a phone: what is used most at the thumb, the rest behind one more. */
export function BottomTabs({ places, more, activity }: BottomTabsProps) {
  const words = useWords('frame');
  const pathname = usePathname();
  const sheetId = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const [tabs, rest] = [places.filter(({ isTab }) => isTab), places.filter(({ isTab }) => !isTab)];
  return (
    <nav
      aria-label={words('rail')}
      className="fixed inset-x-0 bottom-0 z-30 flex border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {tabs.map((place) => (
        <Link
          key={place.name}
          href={place.href}
          aria-current={isHere(pathname, place) ? 'page' : undefined}
          className={tabLook}
        >
          {place.icon}
          {words(`places.${place.name}`)}
        </Link>
      ))}
      <button type="button" popoverTarget={sheetId} className={tabLook}>
        <span className="relative">
          <Ellipsis aria-hidden />
          <span className="absolute -top-1.5 left-full -ml-1.5">
            {rest.map(({ name, badge }) => (
              <Fragment key={name}>{badge}</Fragment>
            ))}
          </span>
        </span>
        {words('more')}
      </button>
      {/* The machine's own popover: it closes by itself, with Escape or a tap beside it. */}
      <div
        ref={sheet}
        id={sheetId}
        popover="auto"
        className="fixed inset-x-2 top-auto bottom-[calc(env(safe-area-inset-bottom)+64px)] m-0 w-auto rounded-lg border border-line bg-raised p-3 text-text shadow-float"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: closes after a link in it was followed. */}
        <div className="flex flex-col gap-0.5" onClick={() => sheet.current?.hidePopover()}>
          {rest.map((place) => (
            <RailLink key={place.name} place={place} label={words(`places.${place.name}`)} isNarrow={false} />
          ))}
        </div>
        {activity && <div className="mt-3 border-line border-t pt-3">{activity}</div>}
        {more && <div className="mt-3 flex flex-col gap-2 border-line border-t pt-3">{more}</div>}
      </div>
    </nav>
  );
}
