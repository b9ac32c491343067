'use client';

import type { TrainingJob } from '../../api/answers.ts';
import { Money } from '../../primitives/money.tsx';
import { Price } from '../../primitives/price.tsx';
import { costOf } from './sort-keys.ts';

interface JobCostProps {
  readonly job: TrainingJob;
  /** The heading above it says whether sums are simulated. */
  readonly isBelowHeading?: boolean | undefined;
}

/** What it cost; with a wave before it while that is a guess. */
export function JobCost({ job, isBelowHeading = false }: JobCostProps) {
  const Sum = isBelowHeading ? Money : Price;
  const cost = costOf(job);
  if (cost === null) return <span className="text-muted">–</span>;
  if (job.costUsd !== null) return <Sum amountUsd={cost} />;
  return (
    <span className="whitespace-nowrap text-muted">
      ≈ <Sum amountUsd={cost} />
    </span>
  );
}
