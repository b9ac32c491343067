'use client';

import { useWords } from '../../messages/use-words.ts';
import { useNewestNotices } from './use-activity.ts';
import { useKnown } from './use-known.ts';

const most = 99;

/** How many notices were not read; nothing while there are none. */
export function UnreadCount() {
  const words = useWords('activity');
  const count = useKnown(useNewestNotices())?.unreadCount ?? 0;
  if (count === 0) return null;
  return (
    <span className="figures grid h-[18px] min-w-[18px] shrink-0 place-items-center rounded-full bg-accent px-1.5 font-semibold text-[11px] text-accent-text leading-none">
      <span aria-hidden>{count > most ? `${most}+` : count}</span>
      <span className="sr-only">{words('unreadCount', { count })}</span>
    </span>
  );
}
