'use client';

import { useLocale } from 'next-intl';
import { formatDuration } from '../../format/duration.ts';
import { formatMoney } from '../../format/money.ts';
import { trainerName } from '../../jobs/trainer-name.ts';
import { useWords } from '../../messages/use-words.ts';
import { classNames } from '../../primitives/class-names.ts';
import { ErrorLine } from '../../primitives/error-line.tsx';
import { usePrice } from '../../primitives/price.tsx';
import { useRefusalWords } from '../use-refusal-words.ts';
import type { useQuote } from './use-quote.ts';

interface QuoteLineProps {
  readonly quote: ReturnType<typeof useQuote>;
  /** Trainings of the brand that come first. */
  readonly ahead: number | undefined;
  /** Where there is little room, the button beneath says the price alone. */
  readonly isOnButton: boolean;
}

/** Price, time, line and provider, kept in their place while they are worked out anew. */
export function QuoteLine({ quote, ahead, isOnButton }: QuoteLineProps) {
  const [words, language] = [useWords('configure'), useLocale()];
  const [describe, price] = [useRefusalWords(), usePrice()];
  const { data } = quote;
  if (!data && quote.isError) {
    return (
      <ErrorLine className="flex-1">
        {words('noQuote')} {describe(quote.error)}
      </ErrorLine>
    );
  }
  if (!data) {
    return (
      <p className="min-w-0 flex-1 text-muted">
        {words(quote.fetchStatus === 'idle' ? 'unpriced' : 'quoting')}
      </p>
    );
  }
  const money = (amount: number) => formatMoney(language, amount);
  const facts = [
    words('about', { time: formatDuration(language, data.estimatedSeconds) }),
    words('ahead', { count: ahead ?? 0 }),
    words('provider', { provider: trainerName(data.provider) }),
  ];
  return (
    <div
      aria-live="polite"
      className={classNames(
        'flex min-w-0 flex-1 flex-col transition-opacity duration-150',
        quote.isBehind && 'opacity-60',
      )}
    >
      <p className={classNames('flex flex-wrap items-baseline gap-x-3', isOnButton && 'max-sm:sr-only')}>
        <span className="figures font-semibold text-lg">{price(data.estimatedCostUsd)}</span>
        <span className="figures truncate text-muted text-sm max-md:hidden">
          {words('range', { least: money(data.range.leastUsd), most: money(data.range.mostUsd) })} ·{' '}
          {words(`basis.${data.basis}`)}
        </span>
      </p>
      <p className="figures truncate text-muted text-sm">{facts.join(' · ')}</p>
    </div>
  );
}
