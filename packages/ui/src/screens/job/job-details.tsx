'use client';

import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import type { TrainingJob } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { CopyButton } from '../../primitives/copy-button.tsx';
import { Duration } from '../../primitives/duration.tsx';
import { Money } from '../../primitives/money.tsx';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { toReport } from './job-marks.ts';

/** The facts of a training, exact and to be copied. */
export function JobDetails({ job }: { readonly job: TrainingJob }) {
  const [words, bases, kinds, language] = [
    useWords('job'),
    useWords('bases'),
    useWords('kinds'),
    useLocale(),
  ];
  const number = new Intl.NumberFormat(language);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words('base'), bases(job.modelType)],
    [words('kind'), kinds(`${job.subjectKind}.word`)],
    [words('pictures'), number.format(job.trainingAssetIds.length)],
    [words('trigger'), job.triggerWord && <code className="font-mono text-sm">{job.triggerWord}</code>],
    [words('begun'), <RelativeTime key="begun" at={job.createdAt} />],
    [words('machine'), job.gpuSeconds === null ? null : <Duration seconds={job.gpuSeconds} />],
    [words('estimated'), job.estimatedCostUsd === null ? null : <Money amountUsd={job.estimatedCostUsd} />],
    [words('cost'), job.costUsd === null ? null : <Money amountUsd={job.costUsd} />],
    [words('provider'), job.provider],
  ];
  return (
    <section aria-label={words('facts')} className="flex min-w-0 flex-col gap-4">
      <Facts facts={facts} />
      {job.config && (
        <details className="group rounded-lg border border-line bg-raised">
          <summary className="flex h-control items-center px-4 font-medium text-sm">
            {words('config')}
          </summary>
          <Facts
            facts={Object.entries(job.config).map(([name, value]) => [name, String(value ?? '–')])}
            isFlat
          />
        </details>
      )}
      <div>
        <CopyButton text={toReport(job)} label={words('copyReport')} />
      </div>
    </section>
  );
}

interface FactsProps {
  readonly facts: readonly (readonly [string, ReactNode])[];
  readonly isFlat?: boolean | undefined;
}

function Facts({ facts, isFlat = false }: FactsProps) {
  return (
    <dl
      className={
        isFlat ? 'border-line border-t px-4 py-1' : 'rounded-lg border border-line bg-raised px-4 py-1'
      }
    >
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== undefined && (
            <div
              key={name}
              className="flex min-h-9 items-center justify-between gap-4 border-line not-last:border-b"
            >
              <dt className="text-muted text-sm">{name}</dt>
              <dd className="figures min-w-0 truncate text-right text-sm">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
