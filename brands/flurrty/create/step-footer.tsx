'use client';

import { Button } from '@act/ui/primitives/button';
import { usePrice } from '@act/ui/primitives/price';
import { ArrowLeft, ArrowRight, PawPrint } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Step, stepFrom } from './steps.ts';
import type { Creating } from './use-creating.ts';

interface StepFooterProps {
  readonly step: Step;
  readonly creating: Creating;
  readonly onGo: (step: Step) => void;
}

/** Back, on, and at the end of the way the one button that makes the twin. */
export function StepFooter({ step, creating, onGo }: StepFooterProps) {
  const words = useTranslations('create');
  const price = usePrice();
  const [before, after] = [stepFrom(step, -1), stepFrom(step, 1)];
  const { data } = creating.quote;
  return (
    <div className="sticky bottom-0 z-10 mt-auto border-line border-t bg-raised px-4 py-3 max-md:bottom-14 md:px-6">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-end gap-x-4 gap-y-2">
        {before && (
          <Button
            variant="quiet"
            className="mr-auto"
            icon={<ArrowLeft aria-hidden size={17} />}
            onClick={() => onGo(before)}
          >
            {words('back')}
          </Button>
        )}
        {after ? (
          <Button variant="primary" onClick={() => onGo(after)}>
            {words('next', { step: words(`steps.${after}`) })}
            <ArrowRight aria-hidden size={17} />
          </Button>
        ) : (
          <>
            <p aria-live="polite" className="figures text-muted text-sm max-sm:order-first max-sm:w-full">
              {data ? words('price', { price: price(data.estimatedCostUsd) }) : words('pricing')}
            </p>
            <Button
              variant="primary"
              icon={<PawPrint aria-hidden size={17} />}
              // What was pressed before the last photo was looked at would come to nothing.
              isLoading={
                creating.isStarting || creating.obstacle === 'unknown' || creating.obstacle === 'pending'
              }
              // The second half of a double click would ask twice.
              onClick={(event) => event.detail < 2 && creating.begin()}
            >
              {words('create')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
