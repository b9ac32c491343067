'use client';

import {
  BellRing,
  ChartNoAxesColumn,
  Hourglass,
  Palette,
  ScrollText,
  UserRound,
  UsersRound,
} from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useWords } from '../../messages/use-words.ts';
import { useStudio } from '../studio.tsx';
import { studioPaths } from '../studio-paths.ts';
import { type SettingsSection, sectionsFor } from './sections.ts';

const icons = {
  policy: <ScrollText aria-hidden />,
  usage: <ChartNoAxesColumn aria-hidden />,
  notices: <BellRing aria-hidden />,
  look: <Palette aria-hidden />,
  retention: <Hourglass aria-hidden />,
  account: <UserRound aria-hidden />,
};
const linkLook =
  'flex min-h-control shrink-0 items-center gap-2.5 whitespace-nowrap rounded-md px-3 text-muted hover:bg-text/7 hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-ink [&_svg]:size-4';

/** The parts of the settings: a list beside them, on a phone a row above that can be pushed along. */
export function SettingsNavigation({ now }: { readonly now: SettingsSection | 'members' }) {
  const words = useWords('settings');
  const { brand } = useStudio();
  const row = useRef<HTMLElement>(null);
  // Where the row is longer than the window, the part that is open would be out of sight.
  useEffect(() => {
    const open = row.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (row.current && open) row.current.scrollLeft = open.offsetLeft - row.current.clientWidth / 3;
  }, [now]);
  return (
    <nav
      ref={row}
      aria-label={words('title')}
      className="-mx-4 flex gap-0.5 overflow-x-auto px-4 md:sticky md:top-20 md:mx-0 md:w-48 md:shrink-0 md:flex-col md:self-start md:overflow-visible md:px-0"
    >
      {sectionsFor(brand).map((section) => (
        <Link
          key={section}
          href={studioPaths.settingsOf(section)}
          aria-current={section === now ? 'page' : undefined}
          className={linkLook}
        >
          {icons[section]}
          {words(`sections.${section}`)}
        </Link>
      ))}
      {brand.role === 'admin' && (
        <Link
          href={studioPaths.members}
          aria-current={now === 'members' ? 'page' : undefined}
          className={linkLook}
        >
          <UsersRound aria-hidden />
          {words('members')}
        </Link>
      )}
    </nav>
  );
}
