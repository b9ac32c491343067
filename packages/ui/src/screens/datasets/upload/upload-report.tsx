'use client';

import type { Asset, ReadinessReport } from '../../../api/answers.ts';
import { summarizeUploads } from './summarize-uploads.ts';
import { UploadProgress } from './upload-progress.tsx';
import { UploadSummaryLine } from './upload-summary-line.tsx';
import type { useUploads } from './use-uploads.ts';

interface UploadReportProps {
  readonly uploads: ReturnType<typeof useUploads>;
  readonly assets: readonly Asset[];
  readonly report: Pick<ReadinessReport, 'reasons'> | undefined;
}

/** How far the files are, and once none is on its way any more, what became of them. */
export function UploadReport({ uploads, assets, report }: UploadReportProps) {
  const { items, tally } = uploads;
  const isMoving = items.some(({ state }) => state !== 'failed');
  const duplicateIds = report?.reasons.find(({ code }) => code === 'duplicates')?.assetIds ?? [];
  return (
    <>
      <UploadProgress items={items} added={tally.addedIds.length} onRetryAll={uploads.retryAll} />
      <UploadSummaryLine
        summary={isMoving ? null : summarizeUploads(tally, assets, duplicateIds)}
        onDismiss={uploads.clearTally}
      />
    </>
  );
}
