'use client';

import { RotateCw, Sparkles, Square, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { ReactElement } from 'react';
import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { MenuView } from '../../primitives/menu-view.tsx';
import { studioPaths } from '../studio-paths.ts';
import { isPossible, type JobAct } from './job-acts.ts';

export interface JobMenuViewProps {
  readonly job: TrainingJob;
  readonly onAct: (act: JobAct, jobs: readonly TrainingJob[]) => void;
  /** The button that opens it. */
  readonly trigger: ReactElement;
}

/** The menu itself; what cannot be done yet says why. */
export function JobMenuView({ job, onAct, trigger }: JobMenuViewProps) {
  const words = useWords('jobs');
  const router = useRouter();
  const entry = (act: JobAct) => ({
    label: words(`acts.${act}`),
    onChoose: () => onAct(act, [job]),
    whyNot: isPossible(act, job) ? undefined : words(`whyNot.${act}`),
  });
  return (
    <MenuView
      trigger={trigger}
      groups={[
        [
          ...(job.status === 'completed'
            ? [
                {
                  label: words('generate'),
                  icon: <Sparkles aria-hidden size={15} />,
                  onChoose: () => router.push(studioPaths.generateWith(job.name)),
                },
              ]
            : []),
          { ...entry('retry'), icon: <RotateCw aria-hidden size={15} /> },
          { ...entry('cancel'), icon: <Square aria-hidden size={14} /> },
        ],
        [{ ...entry('delete'), icon: <Trash2 aria-hidden size={15} />, isDangerous: true }],
      ]}
    />
  );
}
