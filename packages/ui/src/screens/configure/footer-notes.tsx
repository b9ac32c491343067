'use client';

import type { ReadinessReport } from '../../api/answers.ts';
import type { ApiRefusal } from '../../api/api-refusal.ts';
import { useWords } from '../../messages/use-words.ts';
import { ErrorLine } from '../../primitives/error-line.tsx';
import { useReasonWords } from '../datasets/use-reason-words.ts';
import { useStudio } from '../studio.tsx';
import { RefusalNote } from './refusal-note.tsx';
import type { Remedy } from './remedy.ts';

interface FooterNotesProps {
  readonly remedy: Remedy | null;
  /** What speaks against the pictures. */
  readonly report: ReadinessReport | undefined;
  readonly refusal: ApiRefusal | null;
  /** Pictures that are still looked at. */
  readonly checking: number;
  /** Asks again what speaks against the pictures; null unless that could not be had. */
  readonly onJudge: (() => void) | null;
}

/** Why it cannot be trained now, above the way out. */
export function FooterNotes({ remedy, report, refusal, checking, onJudge }: FooterNotesProps) {
  const [words, common, remedies] = [
    useWords('configure'),
    useWords('common'),
    useWords('configure.remedies'),
  ];
  const { maximumRunningJobs, maximumJobsPerDay } = useStudio().brand.training;
  const describe = useReasonWords();
  const blocking = report?.reasons.filter(({ severity }) => severity === 'blocks') ?? [];
  const isExplained = remedy !== null && remedy !== 'settings';
  const limits = { running: maximumRunningJobs, day: maximumJobsPerDay };
  return (
    <div className="flex flex-col gap-1 empty:hidden [&>:last-child]:mb-2">
      {blocking.map((reason) => (
        <ErrorLine key={reason.code}>
          {describe(reason).text} {describe(reason).next}
        </ErrorLine>
      ))}
      {blocking.length === 0 && isExplained && <ErrorLine>{remedies(`${remedy}.why`, limits)}</ErrorLine>}
      {refusal && !isExplained && <RefusalNote refusal={refusal} report={report} checking={checking} />}
      {onJudge && !refusal && (
        <ErrorLine>
          {words('notJudged')}{' '}
          <button type="button" className="font-medium underline" onClick={onJudge}>
            {common('retry')}
          </button>
        </ErrorLine>
      )}
    </div>
  );
}
