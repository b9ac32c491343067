'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import type { Usage } from '../../../api/settings-answers.ts';
import { formatDuration } from '../../../format/duration.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Money } from '../../../primitives/money.tsx';
import { Skeleton } from '../../../primitives/skeleton.tsx';
import { Table, type TableColumn } from '../../../primitives/table.tsx';
import { ScreenError } from '../../screen-error.tsx';
import { useStudio } from '../../studio.tsx';
import { SettingsGroup } from '../settings-group.tsx';
import { useSettingsApi } from '../use-settings-api.ts';
import { BudgetBar } from './budget-bar.tsx';
import { fillMonths } from './fill-months.ts';
import { MonthBars } from './month-bars.tsx';

const months = 6;

type Amounts = Pick<Usage['models'][number], 'trainings' | 'pictures' | 'costUsd' | 'gpuSeconds'>;

/** What the work of the last months cost, and how long machines were busy with it. */
export function UsageSection({ monthlyUsd }: { readonly monthlyUsd: number | null }) {
  const [words, language] = [useWords('settings.usage'), useLocale()];
  const { brand } = useStudio();
  const api = useSettingsApi();
  const usage = useQuery({
    queryKey: [brand.id, 'usage'],
    queryFn: ({ signal }) => api.policy.usage(months, signal),
  });
  if (usage.isError) {
    return (
      <ScreenError title={words('notLoaded')} error={usage.error} onRetry={() => void usage.refetch()} />
    );
  }
  if (!usage.data) return <Skeleton className="h-96 w-full rounded-lg" />;
  const filled = fillMonths(usage.data.months, months, new Date());
  const listedUsd = filled.at(-1)?.costUsd ?? 0;
  const spentUsd = usage.data.spentThisMonthUsd ?? listedUsd;
  const columns = <Row extends Amounts>(name: TableColumn<Row>): TableColumn<Row>[] => [
    name,
    {
      id: 'cost',
      header: words('cost'),
      isNumber: true,
      sortBy: ({ costUsd }) => costUsd,
      cell: ({ costUsd }) => <Money amountUsd={costUsd} />,
    },
    {
      id: 'time',
      header: words('time'),
      isNumber: true,
      sortBy: ({ gpuSeconds }) => gpuSeconds,
      cell: ({ gpuSeconds }) => (gpuSeconds > 0 ? formatDuration(language, gpuSeconds) : '–'),
    },
    {
      id: 'trainings',
      header: words('trainings'),
      isNumber: true,
      from: 'md',
      sortBy: ({ trainings }) => trainings,
      cell: ({ trainings }) => trainings.toLocaleString(language),
    },
    {
      id: 'pictures',
      header: words('pictures'),
      isNumber: true,
      from: 'md',
      sortBy: ({ pictures }) => pictures,
      cell: ({ pictures }) => pictures.toLocaleString(language),
    },
  ];
  const nobody = words(brand.role === 'admin' ? 'gone' : 'somebody');
  return (
    <>
      <SettingsGroup title={words('thisMonth')} line={words('thisMonthLine')}>
        <BudgetBar spentUsd={spentUsd} unlistedUsd={spentUsd - listedUsd} monthlyUsd={monthlyUsd} />
      </SettingsGroup>
      <SettingsGroup title={words('months')} line={words('monthsLine', { count: months })}>
        <MonthBars months={filled} />
      </SettingsGroup>
      <SettingsGroup title={words('byModel')}>
        {usage.data.models.length === 0 ? (
          <p className="text-muted">{words('nothing')}</p>
        ) : (
          <Table
            label={words('byModel')}
            rows={usage.data.models}
            rowId={({ model }) => model ?? ''}
            columns={columns<Usage['models'][number]>({
              id: 'model',
              header: words('model'),
              sortBy: ({ model }) => model,
              cell: ({ model }) => model ?? words('deletedModel'),
              className: 'max-w-32 truncate sm:max-w-48',
            })}
          />
        )}
      </SettingsGroup>
      <SettingsGroup title={words('byPerson')}>
        {usage.data.people.length === 0 ? (
          <p className="text-muted">{words('nothing')}</p>
        ) : (
          <Table
            label={words('byPerson')}
            rows={usage.data.people}
            rowId={({ userId }) => userId ?? ''}
            columns={columns<Usage['people'][number]>({
              id: 'person',
              header: words('person'),
              sortBy: ({ email }) => email,
              cell: ({ userId, email }) => email ?? (userId === null ? words('automatic') : nobody),
              className: 'max-w-32 truncate sm:max-w-48',
            })}
          />
        )}
      </SettingsGroup>
    </>
  );
}
