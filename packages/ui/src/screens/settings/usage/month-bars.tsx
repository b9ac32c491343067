'use client';

import { useLocale } from 'next-intl';
import { formatDuration } from '../../../format/duration.ts';
import { formatMoney } from '../../../format/money.ts';
import { useWords } from '../../../messages/use-words.ts';
import { classNames } from '../../../primitives/class-names.ts';
import type { UsageMonth } from './fill-months.ts';

/** What each month cost, as bars of one scale with the sums beneath. */
export function MonthBars({ months }: { readonly months: readonly UsageMonth[] }) {
  const [words, language] = [useWords('settings.usage'), useLocale()];
  const highest = Math.max(...months.map(({ costUsd }) => costUsd), 0.01);
  const nameOf = (month: string, style: 'short' | 'long') =>
    new Date(`${month}-15T12:00:00Z`).toLocaleDateString(language, { month: style, timeZone: 'UTC' });
  return (
    <ol className="grid max-w-xl grid-cols-6 gap-2">
      {months.map(({ month, costUsd, gpuSeconds }, index) => (
        <li key={month} className="flex min-w-0 flex-col gap-1.5 text-center">
          <span className="sr-only">
            {words('monthSaid', {
              month: nameOf(month, 'long'),
              cost: formatMoney(language, costUsd),
              time: formatDuration(language, gpuSeconds),
            })}
          </span>
          <span aria-hidden className="flex h-28 items-end border-line border-b">
            <span
              className={classNames(
                'w-full rounded-t-sm',
                index === months.length - 1 ? 'bg-accent' : 'bg-edge/45',
              )}
              style={{ height: costUsd > 0 ? `max(3px, ${(costUsd / highest) * 100}%)` : '0' }}
            />
          </span>
          <span aria-hidden className="figures truncate text-xs">
            {costUsd > 0 ? formatMoney(language, costUsd) : '–'}
          </span>
          <span aria-hidden className="truncate text-muted text-xs">
            {nameOf(month, 'short')}
          </span>
        </li>
      ))}
    </ol>
  );
}
