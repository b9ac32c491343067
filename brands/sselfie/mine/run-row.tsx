'use client';

import type { TrainingJob } from '@act/ui/api/answers';
import { causeOf } from '@act/ui/jobs/failure-words';
import { Duration } from '@act/ui/primitives/duration';
import { RelativeTime } from '@act/ui/primitives/relative-time';
import { JobConfig } from '@act/ui/screens/job/job-config';
import { JobState } from '@act/ui/screens/jobs/job-state';
import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { progressPath } from '../progress/progress-path.ts';

/** One run: when, how long, what became of it, and exactly what it was trained with. */
export function RunRow({ job }: { readonly job: TrainingJob }) {
  const [words, causes] = [useTranslations('sselfie.mine'), useTranslations('job.causes')];
  const [isOpen, setIsOpen] = useState(false);
  const cause = causeOf(job.error?.code ?? '');
  return (
    <li className="flex flex-col gap-2 border-line border-b py-4 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <h2 className="min-w-0 break-words font-medium text-md">
          <Link href={progressPath(job.id)} className="underline-offset-4 hover:underline">
            {job.name}
          </Link>
        </h2>
        <JobState job={job} />
        <span className="ml-auto text-muted text-sm">
          <RelativeTime at={job.createdAt} />
          {job.gpuSeconds !== null && (
            <>
              {' · '}
              <Duration seconds={job.gpuSeconds} />
            </>
          )}
        </span>
      </div>
      {job.status === 'failed' && (
        <p className="max-w-prose text-bad">
          {cause ? causes(cause) : (job.error?.message ?? words('unknownCause'))}
          {job.error && <code className="ml-2 font-mono text-muted text-xs">{job.error.code}</code>}
        </p>
      )}
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)} className="group">
        <summary className="flex min-h-control w-fit list-none items-center gap-2 text-accent-ink text-sm [&::-webkit-details-marker]:hidden">
          {words('parameters')}
          <ChevronDown aria-hidden size={15} className="transition-transform group-open:rotate-180" />
        </summary>
        {isOpen && <JobConfig job={job} />}
      </details>
    </li>
  );
}
