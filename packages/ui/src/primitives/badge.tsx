import type { ReactNode } from 'react';
import type { Tone } from '../jobs/job-status.ts';
import { classNames } from './class-names.ts';

interface BadgeProps {
  readonly tone?: Tone | undefined;
  readonly icon?: ReactNode;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

const tones: Record<Tone, string> = {
  // On a raised card they have no ground of their own in the dark.
  neutral: 'bg-sunken text-muted ring-1 ring-line ring-inset',
  active: 'bg-sunken text-text ring-1 ring-line ring-inset [&>svg]:text-accent-ink',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
};

export function Badge({ tone = 'neutral', icon, title, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={classNames(
        'figures inline-flex h-[22px] max-w-full shrink-0 items-center gap-1.5 rounded-sm px-2 font-medium text-xs',
        tones[tone],
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
