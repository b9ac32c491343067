'use client';

import dynamic from 'next/dynamic';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { ReadinessReport } from '../../api/answers.ts';
import { ApiRefusal } from '../../api/api-refusal.ts';
import type { TrainingWish } from '../../api/wishes.ts';
import { formatDuration } from '../../format/duration.ts';
import { formatMoney } from '../../format/money.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { classNames } from '../../primitives/class-names.ts';
import { ErrorLine } from '../../primitives/error-line.tsx';
import { useReasonWords } from '../datasets/use-reason-words.ts';
import { useStudio } from '../studio.tsx';
import { useQuote } from './use-quote.ts';

const AlertDialog = dynamic(() =>
  import('../../primitives/alert-dialog.tsx').then((module) => module.AlertDialog),
);

interface QuoteFooterProps {
  readonly wish: TrainingWish;
  /** What speaks against these pictures: what blocks keeps the button shut, the rest is said before the money goes. */
  readonly report: ReadinessReport | undefined;
  readonly onStarted: (jobId: string) => void;
}

/** Price, time and provider at the foot of the page, and the button that spends the money. */
export function QuoteFooter({ wish, report, onStarted }: QuoteFooterProps) {
  const [words, language] = [useWords('configure'), useLocale()];
  const { api, brand } = useStudio();
  const quote = useQuote(wish.modelType, wish.config);
  const [isAsking, setIsAsking] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  // One wish, one key: sent twice by a broken connection, it is one training.
  const [key] = useState(() => crypto.randomUUID());
  const price = quote.data && formatMoney(language, quote.data.estimatedCostUsd);
  const time = quote.data && formatDuration(language, quote.data.estimatedSeconds);
  const describe = useReasonWords();
  const blocking = report?.reasons.filter(({ severity }) => severity === 'blocks') ?? [];
  const doubts =
    report?.verdict === 'needs_attention'
      ? report.reasons.filter(({ severity }) => severity === 'attention')
      : [];
  const isShut = wish.trainingAssetIds.length === 0 || brand.role === 'viewer' || blocking.length > 0;
  const start = async () => {
    setRefusal(null);
    try {
      const { jobId } = await api.jobs.start(
        { ...wish, ...(doubts.length > 0 && { trainAnyway: true }) },
        key,
      );
      onStarted(jobId);
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      setRefusal(error);
    }
  };
  return (
    <div className="sticky bottom-0 z-10 mt-auto border-line border-t bg-raised px-4 py-3 max-md:bottom-14 md:px-6">
      {refusal && (
        <ErrorLine className="mb-2">
          {refusal.message || words('notStarted')} {refusal.hint}
        </ErrorLine>
      )}
      {blocking.map((reason) => (
        <ErrorLine key={reason.code} className="mb-2">
          {describe(reason).text} {describe(reason).next}
        </ErrorLine>
      ))}
      <div className="flex min-h-11 max-w-5xl items-center justify-between gap-4">
        <p className={classNames('min-w-0 flex-1', quote.isBehind && 'text-muted')} aria-live="polite">
          {quote.data ? (
            <>
              <span className="figures font-semibold text-md max-sm:block">{price}</span>{' '}
              <span className="figures text-muted">
                {words('about', { time: time ?? '' })}{' '}
                <span className="max-sm:hidden">· {words(`basis.${quote.data.basis}`)}</span>
              </span>
            </>
          ) : (
            <span className="text-muted">{words(quote.isError ? 'noQuote' : 'quoting')}</span>
          )}
        </p>
        <Button
          variant="primary"
          cost={price ?? '…'}
          aria-disabled={isShut}
          onClick={() => setIsAsking(true)}
        >
          {words('train')}
        </Button>
      </div>
      <AlertDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={words('confirmTitle', { brand: brand.name })}
        consequences={[
          ...doubts.map((reason) => (
            <span key={reason.code} className="text-warn">
              {describe(reason).text}
            </span>
          )),
          words('confirmPictures', { count: wish.trainingAssetIds.length }),
          words('confirmTime', { time: time ?? '…' }),
          words('confirmCost', { price: price ?? '…' }),
        ]}
        confirmLabel={words('train')}
        cost={price}
        onConfirm={start}
      />
    </div>
  );
}
