'use client';

import { CloudOff } from 'lucide-react';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import type { BrokenOffUpload } from './upload-memory.ts';

interface BrokenOffNoteProps {
  readonly uploads: readonly BrokenOffUpload[];
  readonly onChoose: () => void;
  readonly onForget: () => void;
}

const mostNamed = 3;

/** A page cannot keep files over a reload: whoever chose them has to choose them again, and they go on from there. */
export function BrokenOffNote({ uploads, onChoose, onForget }: BrokenOffNoteProps) {
  const words = useWords('datasets.resume');
  if (uploads.length === 0) return null;
  const names = uploads.slice(0, mostNamed).map(({ name }) => name);
  const others = uploads.length - names.length;
  return (
    <section
      aria-label={words('title', { count: uploads.length })}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-warn/40 bg-warn-soft px-4 py-3"
    >
      <CloudOff aria-hidden size={18} className="shrink-0 text-warn" />
      <div className="min-w-56 flex-1">
        <h2 className="font-medium">{words('title', { count: uploads.length })}</h2>
        <p className="wrap-anywhere text-muted text-sm">
          {names.join(', ')}
          {others > 0 && ` ${words('others', { count: others })}`}
          {'. '}
          {words('line')}
        </p>
      </div>
      <div className="flex gap-2">
        <Button onClick={onChoose}>{words('choose')}</Button>
        <Button variant="quiet" onClick={onForget}>
          {words('forget')}
        </Button>
      </div>
    </section>
  );
}
