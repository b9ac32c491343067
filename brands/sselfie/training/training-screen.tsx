'use client';

import type { Asset, Page } from '@act/ui/api/answers';
import { formatDuration } from '@act/ui/format/duration';
import { PageBody } from '@act/ui/frame/page-body';
import { PageHeader } from '@act/ui/frame/page-header';
import { Button } from '@act/ui/primitives/button';
import { usePrice } from '@act/ui/primitives/price';
import { ScreenError } from '@act/ui/screens/screen-error';
import { useLineAhead } from '@act/ui/studio/configure/use-line-ahead';
import { usePictureSet } from '@act/ui/studio/datasets/use-picture-set';
import { Sparkles } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { ThumbBar } from '../look/thumb-bar.tsx';
import { AboutSection } from './about-section.tsx';
import { SelfiesSection } from './selfies-section.tsx';
import { useDraft } from './use-draft.ts';
import { useStarting } from './use-starting.ts';

/** Selfies, a name, a word: all that a model of oneself takes. */
export function TrainingScreen({ firstAssets }: { readonly firstAssets?: Page<Asset> | undefined }) {
  const words = useTranslations('sselfie.training');
  const [language, price] = [useLocale(), usePrice()];
  const { draft, change, forget } = useDraft();
  const selfies = usePictureSet({ kind: 'person', first: firstAssets });
  const starting = useStarting({ draft, selfies, onStarted: forget });
  const ahead = useLineAhead() ?? 0;
  const { data, isError } = starting.quote;
  return (
    <>
      <PageHeader title={words('title')} />
      <PageBody>
        <div className="mx-auto flex w-full max-w-6xl flex-col gap-6">
          {ahead > 0 && (
            <p role="status" className="rounded-md bg-accent-soft px-4 py-3">
              {words('running', { count: ahead })}{' '}
              <Link href="/" className="font-medium underline underline-offset-3">
                {words('toProgress')}
              </Link>
            </p>
          )}
          <div className="grid grid-cols-1 items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_360px]">
            {selfies.list.isError && !selfies.list.data ? (
              <ScreenError
                title={words('notLoaded')}
                error={selfies.list.error}
                onRetry={() => void selfies.list.refetch()}
              />
            ) : (
              <SelfiesSection selfies={selfies} />
            )}
            <AboutSection draft={draft} starting={starting} onChange={change} />
          </div>
        </div>
      </PageBody>
      <ThumbBar>
        <p aria-live="polite" className="figures mr-auto min-w-0 text-muted text-sm max-sm:w-full">
          {data
            ? words('price', {
                price: price(data.estimatedCostUsd),
                time: formatDuration(language, data.estimatedSeconds),
              })
            : words(isError ? 'noPrice' : 'pricing')}
        </p>
        <Button
          variant="primary"
          className="max-sm:w-full"
          icon={<Sparkles aria-hidden size={17} />}
          // What was pressed before the last selfie was looked at would come to nothing.
          isLoading={
            starting.isStarting || starting.obstacle === 'unknown' || starting.obstacle === 'pending'
          }
          // The second half of a double click would ask twice.
          onClick={(event) => event.detail < 2 && starting.begin()}
        >
          {words('start')}
        </Button>
      </ThumbBar>
    </>
  );
}
