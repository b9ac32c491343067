'use client';

import { Undo2 } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { useShortcuts } from '../../primitives/use-shortcuts.ts';
import type { PendingDelete } from '../generate/pending-deletes.ts';

interface UndoNoteProps {
  readonly pending: PendingDelete | null;
  readonly onUndo: () => void;
}

/** Stays as long as what was deleted can be had back, which ⌘Z or Ctrl Z does as well. */
export function UndoNote({ pending, onUndo }: UndoNoteProps) {
  const words = useWords('pictures');
  useShortcuts({ 'mod+z': onUndo }, pending !== null);
  return (
    <div role="status" className="empty:hidden">
      {pending && (
        <p className="flex items-center gap-3 rounded-md bg-text py-1.5 pr-1.5 pl-3.5 text-sm text-surface shadow-float">
          {words('deleted', { count: pending.pictures })}
          <Button
            size="small"
            variant="quiet"
            className="text-surface! hover:bg-surface/15!"
            icon={<Undo2 aria-hidden size={14} />}
            aria-keyshortcuts="Meta+Z Control+Z"
            onClick={onUndo}
          >
            {words('undo')}
          </Button>
        </p>
      )}
    </div>
  );
}
