'use client';

import { useWords } from '../messages/use-words.ts';
import { Button } from './button.tsx';

interface MoreProps {
  readonly shown: number;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** The next page under this one: what was read stays in its place. */
export function More({ shown, hasMore, isLoading, onMore }: MoreProps) {
  const words = useWords('common');
  return (
    <div className="flex items-center justify-center gap-4 py-4 text-muted text-sm">
      <span className="figures" aria-live="polite">
        {words(hasMore ? 'shownSoFar' : 'shownAll', { count: shown })}
      </span>
      {hasMore && (
        <Button size="small" isLoading={isLoading} onClick={onMore}>
          {words('more')}
        </Button>
      )}
    </div>
  );
}
