'use client';

import { useLocale } from 'next-intl';
import { formatMoney } from '../format/money.ts';

export function Money({ amountUsd }: { readonly amountUsd: number }) {
  return <span className="figures whitespace-nowrap">{formatMoney(useLocale(), amountUsd)}</span>;
}
