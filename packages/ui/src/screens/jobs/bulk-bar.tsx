'use client';

import { RotateCw, Square, Trash2, X } from 'lucide-react';
import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { IconButton } from '../../primitives/icon-button.tsx';
import { isPossible, type JobAct, jobActs } from './job-acts.ts';

interface BulkBarProps {
  readonly chosen: readonly TrainingJob[];
  readonly onAct: (act: JobAct, jobs: readonly TrainingJob[]) => void;
  readonly onClear: () => void;
}

const icons = {
  cancel: <Square aria-hidden size={14} />,
  retry: <RotateCw aria-hidden size={15} />,
  delete: <Trash2 aria-hidden size={15} />,
} satisfies Record<JobAct, unknown>;

/** What can be done with all that are chosen; each button says with how many of them. */
export function BulkBar({ chosen, onAct, onClear }: BulkBarProps) {
  const words = useWords('jobs');
  return (
    <section
      aria-label={words('chosen', { count: chosen.length })}
      className="sticky bottom-4 z-10 mx-auto flex max-w-full flex-wrap items-center gap-2 rounded-lg border border-edge/60 bg-raised p-2 shadow-float max-md:bottom-18 max-md:w-full"
    >
      <span className="flex items-center gap-2 max-md:w-full max-md:justify-between">
        <span className="figures px-2 font-medium" aria-live="polite">
          {words('chosen', { count: chosen.length })}
        </span>
        <IconButton label={words('clear')} icon={<X aria-hidden size={17} />} onClick={onClear} />
      </span>
      {jobActs.map((act) => {
        const possible = chosen.filter((job) => isPossible(act, job));
        return (
          <Button
            key={act}
            icon={icons[act]}
            variant={act === 'delete' ? 'danger' : 'secondary'}
            aria-disabled={possible.length === 0}
            className="max-md:flex-auto max-md:px-2"
            onClick={() => onAct(act, possible)}
          >
            {words(`acts.${act}`)} <span className="figures font-normal">{possible.length}</span>
          </Button>
        );
      })}
    </section>
  );
}
