'use client';

import { RotateCw, Trash2, TriangleAlert } from 'lucide-react';
import type { Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { useFailureWords } from './use-failure-words.ts';

interface FailedResultProps {
  readonly generation: Generation;
  readonly canChange: boolean;
  readonly onAgain: () => void;
  readonly onDelete: () => void;
}

/** In the place of the pictures that did not come: why, what to do, and once more with the same settings. */
export function FailedResult({ generation, canChange, onAgain, onDelete }: FailedResultProps) {
  const words = useWords('generate');
  const { error, status, id } = generation;
  const { cause, nextStep } = useFailureWords()(error);
  return (
    <section
      aria-label={words('failed')}
      className="col-span-full flex gap-3 rounded-sm border border-bad/40 bg-bad-soft p-4"
    >
      <TriangleAlert aria-hidden size={18} className="mt-px shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-bad">{words(status === 'cancelled' ? 'cancelled' : 'failed')}</p>
        {cause && <p className="max-w-prose break-words">{cause}</p>}
        {nextStep && <p className="max-w-prose text-muted">{nextStep}</p>}
        {canChange && (
          <div className="mt-3 flex flex-wrap gap-2">
            <Button size="small" icon={<RotateCw aria-hidden size={14} />} onClick={onAgain}>
              {words('again')}
            </Button>
            <Button size="small" variant="quiet" icon={<Trash2 aria-hidden size={14} />} onClick={onDelete}>
              {words('remove')}
            </Button>
            <CopyButton
              isIconOnly
              label={words('copyReport')}
              text={[`generation ${id}`, error?.code, error?.message].filter(Boolean).join('\n')}
            />
          </div>
        )}
      </div>
    </section>
  );
}
