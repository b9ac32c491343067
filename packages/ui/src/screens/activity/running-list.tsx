'use client';

import Link from 'next/link';
import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { ProgressBar } from '../../primitives/progress-bar.tsx';
import { StatusChip } from '../../primitives/status-chip.tsx';
import { studioPaths } from '../studio-paths.ts';

interface RunningListProps {
  readonly jobs: readonly TrainingJob[];
  readonly onFollow?: (() => void) | undefined;
}

/** The trainings under way, with how far they are. */
export function RunningList({ jobs, onFollow }: RunningListProps) {
  const words = useWords('activity');
  return (
    <ul aria-label={words('running')} className="flex flex-col">
      {jobs.map(({ id, name, status, progress }) => (
        <li
          key={id}
          className="relative flex flex-col gap-2 border-line px-4 py-3 not-last:border-b hover:bg-text/4"
        >
          <span className="flex items-center justify-between gap-3">
            <Link
              href={studioPaths.job(id)}
              onClick={() => onFollow?.()}
              className="-outline-offset-2 min-w-0 truncate font-medium after:absolute after:inset-0"
            >
              {name}
            </Link>
            <StatusChip status={status} progress={progress} />
          </span>
          <ProgressBar label={name} value={progress} isLabelHidden />
        </li>
      ))}
    </ul>
  );
}
