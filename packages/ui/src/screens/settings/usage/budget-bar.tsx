'use client';

import { useLocale } from 'next-intl';
import { formatMoney } from '../../../format/money.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Price } from '../../../primitives/price.tsx';
import { ProgressBar } from '../../../primitives/progress-bar.tsx';

interface BudgetBarProps {
  readonly spentUsd: number;
  /** Of it, what is in no list of the page. */
  readonly unlistedUsd: number;
  /** Null: no limit. */
  readonly monthlyUsd: number | null;
}

/** What this month cost so far, beside what it may cost. */
export function BudgetBar({ spentUsd, unlistedUsd, monthlyUsd }: BudgetBarProps) {
  const [words, language] = [useWords('settings.usage'), useLocale()];
  const share = monthlyUsd ? (spentUsd / monthlyUsd) * 100 : 0;
  return (
    <div className="flex max-w-xl flex-col gap-2">
      <p className="font-display font-medium text-2xl">
        <Price amountUsd={spentUsd} />
      </p>
      {unlistedUsd >= 0.01 && (
        <p className="text-muted text-sm">
          {words('unlisted', { cost: formatMoney(language, unlistedUsd) })}
        </p>
      )}
      {monthlyUsd === null ? (
        <p className="text-muted">{words('noBudget')}</p>
      ) : (
        <ProgressBar
          label={words('ofBudget', { budget: formatMoney(language, monthlyUsd) })}
          value={Math.min(100, share)}
          tone={share >= 100 ? 'bad' : 'accent'}
        />
      )}
    </div>
  );
}
