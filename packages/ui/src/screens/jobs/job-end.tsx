'use client';

import type { TrainingJob } from '../../api/answers.ts';
import { RelativeTime } from '../../primitives/relative-time.tsx';
import { endOf } from './sort-keys.ts';

/** When it ended; while it runs, when it is expected to. */
export function JobEnd({ job }: { readonly job: TrainingJob }) {
  const at = endOf(job);
  if (!at) return <span className="text-muted">–</span>;
  return job.completedAt ? (
    <RelativeTime at={at} />
  ) : (
    <span className="whitespace-nowrap text-muted">
      ≈ <RelativeTime at={at} />
    </span>
  );
}
