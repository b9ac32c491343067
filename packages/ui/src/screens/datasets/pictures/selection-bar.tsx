'use client';

import { EyeOff, Trash2, Undo2, X } from 'lucide-react';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { IconButton } from '../../../primitives/icon-button.tsx';

interface SelectionBarProps {
  readonly count: number;
  readonly onAll: () => void;
  readonly onLeaveOut: () => void;
  readonly onTakeIn: () => void;
  readonly onDelete: () => void;
  readonly onEnd: () => void;
}

/** What can be done with the chosen pictures, in reach wherever the page is scrolled to. */
export function SelectionBar({ count, onAll, onLeaveOut, onTakeIn, onDelete, onEnd }: SelectionBarProps) {
  const words = useWords('datasets.selection');
  if (count === 0) return null;
  return (
    <section
      aria-label={words('label')}
      className="sticky bottom-[calc(env(safe-area-inset-bottom)+68px)] z-20 mx-auto flex w-fit max-w-full flex-wrap items-center gap-1 rounded-lg border border-line bg-raised p-1.5 shadow-float md:bottom-4"
    >
      <span role="status" className="figures px-2 font-medium text-sm">
        {words('count', { count })}
      </span>
      <Button size="small" variant="quiet" onClick={onAll} className="max-sm:hidden">
        {words('all')}
      </Button>
      <Button size="small" icon={<EyeOff aria-hidden size={14} />} onClick={onLeaveOut}>
        {words('leaveOut')}
      </Button>
      <Button size="small" icon={<Undo2 aria-hidden size={14} />} onClick={onTakeIn}>
        {words('takeIn')}
      </Button>
      <Button size="small" variant="danger" icon={<Trash2 aria-hidden size={14} />} onClick={onDelete}>
        {words('delete')}
      </Button>
      <IconButton size="small" label={words('end')} icon={<X size={15} />} onClick={onEnd} />
    </section>
  );
}
