'use client';

import { Ellipsis, RotateCw, Sparkles, Square, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { IconButton } from '../../primitives/icon-button.tsx';
import { Menu } from '../../primitives/menu.tsx';
import { studioPaths } from '../studio-paths.ts';
import { isPossible, type JobAct } from './job-acts.ts';

interface JobMenuProps {
  readonly job: TrainingJob;
  readonly onAct: (act: JobAct, jobs: readonly TrainingJob[]) => void;
}

/** What can be done with one training; what cannot be done yet says why. */
export function JobMenu({ job, onAct }: JobMenuProps) {
  const words = useWords('jobs');
  const router = useRouter();
  const entry = (act: JobAct) => ({
    label: words(`acts.${act}`),
    onChoose: () => onAct(act, [job]),
    whyNot: isPossible(act, job) ? undefined : words(`whyNot.${act}`),
  });
  return (
    <Menu
      trigger={
        <IconButton
          size="small"
          label={words('actsOf', { name: job.name })}
          icon={<Ellipsis aria-hidden size={17} />}
        />
      }
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
