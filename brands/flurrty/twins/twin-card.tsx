'use client';

import { isFinished } from '@act/ui/jobs/job-status';
import { ProgressBar } from '@act/ui/primitives/progress-bar';
import { StatusChip } from '@act/ui/primitives/status-chip';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Critter } from '../look/critter.tsx';
import { toCritterColours } from '../look/critter-colours.ts';
import { labelOf } from '../traits/label-of.ts';
import { hybridStyles, types } from '../traits/traits.ts';
import type { Twin } from './twin.ts';
import { twinPath } from './twin-path.ts';

/** A character to choose, with where it stands. */
export function TwinCard({ twin: { name, traits, job } }: { readonly twin: Twin }) {
  const words = useTranslations('twins');
  const language = useLocale();
  const { ground } = toCritterColours(traits.mainColour, traits.secondColour);
  const isMaking = !isFinished(job.status);
  return (
    <li className="group relative flex flex-col overflow-hidden rounded-lg bg-raised ring-1 ring-line transition-transform duration-150 hover:-translate-y-1">
      <div className="flex justify-center px-4 pt-5" style={{ background: ground }}>
        <Critter
          traits={traits}
          className={`w-3/5 max-w-52 ${job.status === 'completed' ? '' : 'opacity-75'} ${isMaking ? 'bob' : ''}`}
        />
      </div>
      <div className="flex flex-1 flex-col gap-2 p-4">
        <div className="flex items-start justify-between gap-3">
          <h2 className="min-w-0 break-words text-md">
            <Link href={twinPath(job.id)} className="after:absolute after:inset-0 after:rounded-lg">
              {name}
            </Link>
          </h2>
          {job.status !== 'completed' && <StatusChip status={job.status} progress={job.progress} />}
        </div>
        <p className="text-muted">
          {labelOf(types, traits.type, language)} · {labelOf(hybridStyles, traits.hybridStyle, language)}
        </p>
        {isMaking && (
          <div className="mt-auto pt-1">
            <ProgressBar label={words('making', { name })} value={job.progress} isLabelHidden />
          </div>
        )}
      </div>
    </li>
  );
}
