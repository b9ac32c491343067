'use client';

import { Ban, CircleCheck, CircleX, ImageOff, Images, Lock, Unplug, Wallet } from 'lucide-react';
import Link from 'next/link';
import type { Notice, NoticeKind } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { pathOf } from './notice-facts.ts';
import { useNoticeWords } from './use-notice-words.ts';

const icons = {
  'training.completed': <CircleCheck aria-hidden size={18} className="text-good" />,
  'training.failed': <CircleX aria-hidden size={18} className="text-bad" />,
  'training.cancelled': <Ban aria-hidden size={18} className="text-muted" />,
  'generation.completed': <Images aria-hidden size={18} className="text-good" />,
  'generation.failed': <CircleX aria-hidden size={18} className="text-bad" />,
  'pictures.rejected': <ImageOff aria-hidden size={18} className="text-warn" />,
  'sharing.ended': <Lock aria-hidden size={18} className="text-muted" />,
  'budget.low': <Wallet aria-hidden size={18} className="text-warn" />,
  'webhook.disabled': <Unplug aria-hidden size={18} className="text-bad" />,
} satisfies Record<NoticeKind, unknown>;

interface NoticeListProps {
  readonly notices: readonly Notice[];
  /** Whoever follows a notice has read it. */
  readonly onFollow: (notice: Notice) => void;
}

export function NoticeList({ notices, onFollow }: NoticeListProps) {
  const words = useWords('activity');
  const tell = useNoticeWords();
  return (
    <ul aria-label={words('notices')} className="flex flex-col">
      {notices.map((notice) => {
        const { title, line } = tell(notice);
        const isUnread = notice.readAt === null;
        return (
          <li
            key={notice.id}
            className="relative flex gap-3 border-line px-4 py-3 not-last:border-b hover:bg-text/4"
          >
            <span className="mt-px shrink-0">{icons[notice.kind]}</span>
            <span className="min-w-0 flex-1">
              <Link
                href={pathOf(notice)}
                onClick={() => onFollow(notice)}
                className={classNames(
                  '-outline-offset-2 block break-words after:absolute after:inset-0',
                  isUnread ? 'font-semibold' : 'text-muted',
                )}
              >
                {isUnread && <span className="sr-only">{words('unread')} </span>}
                {title}
              </Link>
              <span className="line-clamp-2 text-muted text-sm">{line}</span>
              <span className="block text-muted text-xs">
                <RelativeTime at={notice.createdAt} />
              </span>
            </span>
            {isUnread && <span aria-hidden className="mt-1.5 size-2 shrink-0 rounded-full bg-accent" />}
          </li>
        );
      })}
    </ul>
  );
}
