'use client';

import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReadinessReport } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { ErrorLine } from '../../primitives/error-line.tsx';
import { useReasonWords } from '../../screens/datasets/use-reason-words.ts';

interface ReferenceNotesProps {
  readonly report: ReadinessReport | undefined;
  readonly isFailed: boolean;
  /** Still being looked at. */
  readonly checking: number;
}

const icons = {
  blocks: <CircleX aria-hidden size={15} className="mt-0.5 shrink-0 text-bad" />,
  attention: <TriangleAlert aria-hidden size={15} className="mt-0.5 shrink-0 text-warn" />,
  note: <Info aria-hidden size={15} className="mt-0.5 shrink-0 text-muted" />,
};

/** The meter above says how many there should be; captions write themselves here. */
const saidElsewhere = new Set([
  'too_few',
  'too_many',
  'fewer_than_recommended',
  'captions_missing',
  'not_inspected',
]);

/** What the check found about the pictures together, each with what to do. */
export function ReferenceNotes({ report, isFailed, checking }: ReferenceNotesProps) {
  const words = useWords('lora.references');
  const describe = useReasonWords();
  const reasons = (report?.reasons ?? []).filter(({ code }) => !saidElsewhere.has(code));
  return (
    <div className="flex flex-col gap-2 text-sm" aria-live="polite">
      {checking > 0 && <p className="text-muted">{words('checking', { count: checking })}</p>}
      {isFailed && !report && <ErrorLine>{words('notJudged')}</ErrorLine>}
      {report && checking === 0 && reasons.length === 0 && (
        <p className="flex items-center gap-2 text-good">
          <CircleCheck aria-hidden size={15} />
          {words('good')}
        </p>
      )}
      {reasons.length > 0 && (
        <ul aria-label={words('notes')} className="flex flex-col border-line border-t">
          {reasons.map((reason) => {
            const { text, next } = describe(reason);
            return (
              <li key={reason.code} className="flex gap-2 border-line border-b py-2">
                {icons[reason.severity]}
                <span>
                  {text} <span className="text-muted">{next}</span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
