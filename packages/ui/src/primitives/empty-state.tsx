import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** One line: what belongs here, and how it comes. */
  readonly line: string;
  /** One way on. */
  readonly action?: ReactNode;
  readonly className?: string | undefined;
}

export function EmptyState({ icon, title, line, action, className }: EmptyStateProps) {
  return (
    <div
      className={classNames(
        'flex flex-col items-center justify-center gap-1 rounded-lg border border-edge/50 border-dashed px-6 py-14 text-center',
        className,
      )}
    >
      <span className="mb-2 text-muted [&>svg]:size-7 [&>svg]:stroke-[1.25]">{icon}</span>
      <h2 className="font-semibold text-md">{title}</h2>
      <p className="max-w-[52ch] text-balance text-muted">{line}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
