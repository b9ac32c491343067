'use client';

import type { TrainingJob } from '../../api/answers.ts';
import { Money } from '../../primitives/money.tsx';
import { costOf } from './sort-keys.ts';

/** What it cost; with a wave before it while that is a guess. */
export function JobCost({ job }: { readonly job: TrainingJob }) {
  const cost = costOf(job);
  if (cost === null) return <span className="text-muted">–</span>;
  if (job.costUsd !== null) return <Money amountUsd={cost} />;
  return (
    <span className="whitespace-nowrap text-muted">
      ≈ <Money amountUsd={cost} />
    </span>
  );
}
