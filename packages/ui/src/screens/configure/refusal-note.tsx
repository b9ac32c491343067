'use client';

import Link from 'next/link';
import type { ReadinessReport } from '../../api/answers.ts';
import type { ApiRefusal } from '../../api/api-refusal.ts';
import { useWords } from '../../messages/use-words.ts';
import { ErrorLine } from '../../primitives/error-line.tsx';
import { useReasonWords } from '../datasets/use-reason-words.ts';
import { studioPaths } from '../studio-paths.ts';
import { useRefusalWords } from '../use-refusal-words.ts';
import { areAtFields } from './say-problem.ts';

interface RefusalNoteProps {
  readonly refusal: ApiRefusal;
  /** What speaks against the pictures, as far as it is known now. */
  readonly report: ReadinessReport | undefined;
  /** Pictures that are still looked at. */
  readonly checking: number;
}

/** Why nothing was begun, at the button that was pressed; the button itself is the way to try again. */
export function RefusalNote({ refusal, report, checking }: RefusalNoteProps) {
  const words = useWords('configure');
  const [describe, describeReason] = [useRefusalWords(), useReasonWords()];
  const { code, status, problems, reasons } = refusal;
  if (areAtFields(problems)) return <ErrorLine>{words('wrongFields')}</ErrorLine>;
  if (status === 0) return <ErrorLine>{words('notReached')}</ErrorLine>;
  const isAboutPictures = code === 'not_ready' || code === 'asset_not_found';
  if (!isAboutPictures) {
    return (
      <ErrorLine>
        {words('notBegun')} {describe(refusal)}
      </ErrorLine>
    );
  }
  const wasChecked = checking === 0 && reasons.some(({ code: one }) => one === 'not_inspected');
  const standing = reasons.filter(({ code: one }) => one !== 'not_inspected' || !wasChecked);
  const isDoubt = (one: string) => report?.reasons.some((reason) => reason.code === one);
  const isOnlyDoubted = report?.verdict === 'needs_attention' && standing.every((one) => isDoubt(one.code));
  return (
    <ErrorLine>
      {words('notReady')} {reasons.length === 0 && `${describe(refusal)} `}
      {standing.map((reason) => `${describeReason(reason).text} ${describeReason(reason).next} `)}
      {wasChecked && `${words('checkedNow')} `}
      {isOnlyDoubted && standing.length > 0 && `${words('agreeAnyway')} `}
      <Link href={studioPaths.upload} className="font-medium underline">
        {words('lookAtPictures')}
      </Link>
    </ErrorLine>
  );
}
