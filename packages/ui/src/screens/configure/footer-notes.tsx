'use client';

import type { ReadinessReason } from '../../api/answers.ts';
import type { ApiRefusal } from '../../api/api-refusal.ts';
import { useWords } from '../../messages/use-words.ts';
import { ErrorLine } from '../../primitives/error-line.tsx';
import { useReasonWords } from '../datasets/use-reason-words.ts';
import { useStudio } from '../studio.tsx';
import type { Remedy } from './remedy.ts';

interface FooterNotesProps {
  readonly remedy: Remedy | null;
  readonly reasons: readonly ReadinessReason[];
  readonly refusal: ApiRefusal | null;
}

/** Why it cannot be trained now, above the way out. */
export function FooterNotes({ remedy, reasons, refusal }: FooterNotesProps) {
  const [words, remedies] = [useWords('configure'), useWords('configure.remedies')];
  const { maximumRunningJobs, maximumJobsPerDay } = useStudio().brand.training;
  const describe = useReasonWords();
  const blocking = reasons.filter(({ severity }) => severity === 'blocks');
  const isExplained = remedy !== null && remedy !== 'settings';
  const isAtFields = refusal !== null && refusal.problems.length > 0;
  const limits = { running: maximumRunningJobs, day: maximumJobsPerDay };
  return (
    <div className="flex flex-col gap-1 empty:hidden [&>:last-child]:mb-2">
      {blocking.map((reason) => (
        <ErrorLine key={reason.code}>
          {describe(reason).text} {describe(reason).next}
        </ErrorLine>
      ))}
      {blocking.length === 0 && isExplained && <ErrorLine>{remedies(`${remedy}.why`, limits)}</ErrorLine>}
      {refusal && !isExplained && (
        <ErrorLine>
          {isAtFields
            ? words('wrongFields')
            : refusal.status === 0
              ? words('notReached')
              : `${refusal.message || words('notStarted')} ${refusal.hint}`}
        </ErrorLine>
      )}
    </div>
  );
}
