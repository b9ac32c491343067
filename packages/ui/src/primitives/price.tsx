'use client';

import { useLocale } from 'next-intl';
import { formatMoney } from '../format/money.ts';
import { useWords } from '../messages/use-words.ts';
import { useIsSimulated } from './world.tsx';

/** Writes what something costs or did cost; where providers are only played, it says so beside the sum. */
export const usePrice = (): ((amountUsd: number) => string) => {
  const [words, language, isSimulated] = [useWords('world'), useLocale(), useIsSimulated()];
  return (amountUsd) => {
    const amount = formatMoney(language, amountUsd);
    return isSimulated ? words('price', { amount }) : amount;
  };
};

/** A price by itself. In a table, where one heading speaks for all sums, `Money` is enough. */
export function Price({ amountUsd }: { readonly amountUsd: number }) {
  return <span className="figures whitespace-nowrap">{usePrice()(amountUsd)}</span>;
}
