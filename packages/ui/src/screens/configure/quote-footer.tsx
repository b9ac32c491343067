'use client';

import dynamic from 'next/dynamic';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { ReadinessReport } from '../../api/answers.ts';
import type { ApiRefusal } from '../../api/api-refusal.ts';
import type { Preset, TrainingWish } from '../../api/wishes.ts';
import { formatDuration } from '../../format/duration.ts';
import { useWords } from '../../messages/use-words.ts';
import { Button } from '../../primitives/button.tsx';
import { usePrice } from '../../primitives/price.tsx';
import { useIsSimulated } from '../../primitives/world.tsx';
import { useReasonWords } from '../datasets/use-reason-words.ts';
import { useStudio } from '../studio.tsx';
import { FooterNotes } from './footer-notes.tsx';
import { QuoteLine } from './quote-line.tsx';
import { toRemedy } from './remedy.ts';
import { RemedyButton } from './remedy-button.tsx';
import { useLineAhead } from './use-line-ahead.ts';
import type { useQuote } from './use-quote.ts';

const AlertDialog = dynamic(() =>
  import('../../primitives/alert-dialog.tsx').then((module) => module.AlertDialog),
);

interface QuoteFooterProps {
  readonly wish: TrainingWish;
  readonly preset: Preset;
  readonly quote: ReturnType<typeof useQuote>;
  /** What speaks against these pictures. */
  readonly report: ReadinessReport | undefined;
  /** Pictures that are still looked at, and are not sent. */
  readonly checking: number;
  /** It is not known yet what does: who trains now would not know what they say yes to. */
  readonly isJudging: boolean;
  /** Something on the page is wrong as it is. */
  readonly isInvalid: boolean;
  readonly refusal: ApiRefusal | null;
  readonly onStart: () => Promise<void>;
  /** Asks again what speaks against the pictures; null unless that could not be had. */
  readonly onJudge: (() => void) | null;
  readonly onCheapest: () => void;
  readonly onShowSettings: () => void;
}

/** What it takes, at the foot of the page, and the button that spends it, or what has to happen first. */
export function QuoteFooter(props: QuoteFooterProps) {
  const { wish, preset, quote, report, checking, isJudging, isInvalid, refusal } = props;
  const { onStart, onJudge, onCheapest, onShowSettings } = props;
  const [words, common, language] = [useWords('configure'), useWords('common'), useLocale()];
  const [toPrice, isSimulated, world] = [usePrice(), useIsSimulated(), useWords('world')];
  const { brand } = useStudio();
  const describe = useReasonWords();
  const ahead = useLineAhead();
  const [isAsking, setIsAsking] = useState(false);
  const reasons = report?.reasons ?? [];
  const doubts = reasons.filter(({ severity }) => severity === 'attention');
  const remedy = toRemedy({
    blockedBy: reasons.filter(({ severity }) => severity === 'blocks').map(({ code }) => code),
    pictures: wish.trainingAssetIds.length,
    running: ahead ?? 0,
    mostRunning: brand.training.maximumRunningJobs,
    isInvalid,
    refusedBy: refusal?.code ?? null,
  });
  const price = quote.data ? toPrice(quote.data.estimatedCostUsd) : '…';
  const time = quote.data ? formatDuration(language, quote.data.estimatedSeconds) : '…';
  return (
    <div className="sticky bottom-0 z-10 mt-auto border-line border-t bg-raised px-4 py-2.5 max-md:bottom-14 md:px-6">
      <FooterNotes remedy={remedy} report={report} refusal={refusal} checking={checking} onJudge={onJudge} />
      <div className="flex min-h-12 items-center justify-between gap-4 max-sm:flex-col max-sm:items-stretch max-sm:gap-2">
        <QuoteLine quote={quote} ahead={ahead} isOnButton={remedy === null} />
        {remedy ? (
          <RemedyButton
            remedy={remedy}
            preset={preset}
            onCheapest={onCheapest}
            onShowSettings={onShowSettings}
          />
        ) : quote.isError && !quote.data ? (
          <Button isLoading={quote.isFetching} onClick={() => void quote.refetch()}>
            {common('retry')}
          </Button>
        ) : (
          <Button
            variant="primary"
            cost={price}
            // Nobody says yes to a price that they have not seen.
            isLoading={isJudging || !quote.data}
            onClick={() => setIsAsking(true)}
          >
            {words('train')}
          </Button>
        )}
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
          <strong key="total" className="figures font-semibold text-text">
            {words('confirmTotal', { price, time })}
          </strong>,
          words(isSimulated ? 'confirmPlayed' : 'confirmPictures', { count: wish.trainingAssetIds.length }),
          ...(checking > 0 ? [words('confirmLater', { count: checking })] : []),
          words('confirmLeave'),
          isSimulated ? world('simulatedMeaning') : words('confirmFailure'),
        ]}
        confirmLabel={words('train')}
        cost={price}
        onConfirm={onStart}
      />
    </div>
  );
}
