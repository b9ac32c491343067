'use client';

import Link from 'next/link';
import { useLocale } from 'next-intl';
import { useId } from 'react';
import type { TrainingJob } from '../../api/answers.ts';
import { trainerName } from '../../jobs/trainer-name.ts';
import { useWords } from '../../messages/use-words.ts';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { Duration } from '../../primitives/duration.tsx';
import { Price } from '../../primitives/price.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { studioPaths } from '../studio-paths.ts';
import { FactList } from './fact-list.tsx';
import { toReport } from './job-report.ts';

interface JobDetailsProps {
  readonly job: TrainingJob;
  /** Steps each second. */
  readonly speed: number | null;
}

/** The facts of a training, exact and to be copied. */
export function JobDetails({ job, speed }: JobDetailsProps) {
  const [words, bases, kinds] = [useWords('job'), useWords('bases'), useWords('kinds')];
  const [language, titleId] = [useLocale(), useId()];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    <section aria-labelledby={titleId} className="flex min-w-0 flex-col gap-2">
      <div className="flex min-h-control items-center justify-between gap-3">
        <h2 id={titleId} className="font-medium">
          {words('facts')}
        </h2>
        {/* What failed has this button where it says why. */}
        {job.status !== 'failed' && <CopyButton text={toReport(job)} label={words('copyReport')} />}
      </div>
      <FactList
        facts={[
          [words('base'), bases(job.modelType)],
          [words('kind'), kinds(`${job.subjectKind}.word`)],
          [words('pictures'), number.format(job.trainingAssetIds.length)],
          [words('trigger'), job.triggerWord && <code className="font-mono text-sm">{job.triggerWord}</code>],
          [words('begun'), <RelativeTime key="begun" at={job.createdAt} />],
          [
            words('estimated'),
            job.estimatedCostUsd === null ? null : <Price amountUsd={job.estimatedCostUsd} />,
          ],
          [
            words('retryOf'),
            job.retryOf && (
              <Link href={studioPaths.job(job.retryOf)} className="rounded-sm underline">
                {words('open')}
              </Link>
            ),
          ],
          // These come while it runs, each below what is there.
          [words('provider'), job.provider && trainerName(job.provider)],
          [words('run'), job.providerJobId && <code className="font-mono text-xs">{job.providerJobId}</code>],
          [words('speed'), speed === null ? null : words('stepsPerSecond', { speed: number.format(speed) })],
          [words('machine'), job.gpuSeconds === null ? null : <Duration seconds={job.gpuSeconds} />],
          [words('cost'), job.costUsd === null ? null : <Price amountUsd={job.costUsd} />],
        ]}
      />
    </section>
  );
}
