'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../messages/use-words.ts';
import { classNames } from '../primitives/class-names.ts';
import { IconButton } from '../primitives/icon-button.tsx';
import { OfflineBanner } from '../primitives/offline-banner.tsx';
import { rememberChoice } from '../primitives/remember-choice.ts';
import { BottomTabs } from './bottom-tabs.tsx';
import type { FramePlace } from './places.tsx';
import { RailLink } from './rail-link.tsx';

/** The cookie in which a narrow rail is kept; the server hands it to `isNarrowAtFirst`. */
export const railCookie = 'rail';

export interface AppFrameProps {
  readonly children: ReactNode;
  /** On top of the rail: whose studio this is, and the way to another brand. */
  readonly brand: ReactNode;
  /** The brand's mark alone, for the narrow rail. */
  readonly brandMark?: ReactNode;
  /** At the foot of the rail: who is signed in, theme, language. */
  readonly account?: ReactNode;
  /** What is going on in the background. */
  readonly activity?: ReactNode;
  /** Simulated or live. */
  readonly world?: ReactNode;
  readonly places: readonly FramePlace[];
  readonly isNarrowAtFirst?: boolean | undefined;
}

/** The studio around a page: the rail at the left, tabs at the bottom of a phone, the brand's colour along the top. */
export function AppFrame(props: AppFrameProps) {
  const { children, brand, brandMark, account, activity, world, places, isNarrowAtFirst = false } = props;
  const words = useWords('frame');
  const [isNarrow, setIsNarrow] = useState(isNarrowAtFirst);
  const toggle = () => {
    setIsNarrow(!isNarrow);
    rememberChoice(railCookie, isNarrow ? 'wide' : 'narrow');
  };
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a
        href="#page"
        className="sr-only rounded-md bg-text px-3 py-2 text-surface focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        {words('skip')}
      </a>
      <div aria-hidden className="fixed inset-x-0 top-0 z-30 h-[3px] bg-accent" />
      <aside
        aria-label={words('rail')}
        className={classNames(
          'sticky top-0 flex h-dvh shrink-0 flex-col border-line border-r bg-surface pt-[3px] max-md:hidden',
          isNarrow ? 'w-[61px]' : 'w-56',
        )}
      >
        <div className="flex h-14 items-center border-line border-b px-3">
          {isNarrow ? (brandMark ?? brand) : brand}
        </div>
        <nav aria-label={words('rail')} className="flex flex-1 flex-col gap-0.5 overflow-y-auto p-2.5">
          {places.map((place) => (
            <RailLink
              key={place.name}
              place={place}
              label={words(`places.${place.name}`)}
              isNarrow={isNarrow}
            />
          ))}
        </nav>
        {!isNarrow && activity && <div className="border-line border-t p-2.5">{activity}</div>}
        <div className="flex flex-col gap-2 border-line border-t p-2.5">
          {!isNarrow && (
            <>
              {account}
              {world && <span className="flex px-2.5">{world}</span>}
            </>
          )}
          <IconButton
            label={words(isNarrow ? 'widen' : 'narrow')}
            icon={isNarrow ? <PanelLeftOpen size={18} /> : <PanelLeftClose size={18} />}
            onClick={toggle}
          />
        </div>
      </aside>
      <header className="flex h-14 items-center justify-between gap-3 border-line border-b px-4 pt-[3px] md:hidden">
        <div className="min-w-0 flex-1">{brand}</div>
        {world}
      </header>
      <main
        id="page"
        tabIndex={-1}
        className="flex min-w-0 flex-1 flex-col outline-none max-md:pb-20 md:pt-[3px]"
      >
        {children}
      </main>
      <BottomTabs places={places} more={account} activity={activity} />
      <OfflineBanner />
    </div>
  );
}
