'use client';

import { Search, X } from 'lucide-react';
import type { Asset, ReadinessReport } from '../../../api/answers.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Button } from '../../../primitives/button.tsx';
import { Input } from '../../../primitives/input.tsx';
import { Segments } from '../../../primitives/segments.tsx';
import { useReasonWords } from '../use-reason-words.ts';
import { filterAssets, type PictureFilter, stateFilters } from './filter-assets.ts';

interface FilterBarProps {
  readonly assets: readonly Asset[];
  readonly shownCount: number;
  readonly filter: PictureFilter;
  readonly text: string;
  readonly report: ReadinessReport | undefined;
  readonly onFilter: (filter: PictureFilter) => void;
  readonly onText: (text: string) => void;
}

const isState = (filter: PictureFilter): filter is (typeof stateFilters)[number] =>
  stateFilters.some((one) => one === filter);

/** Which pictures are shown, and how many of them. */
export function FilterBar(props: FilterBarProps) {
  const { assets, shownCount, filter, text, report, onFilter, onText } = props;
  const words = useWords('datasets.filter');
  const counted = stateFilters
    .map((value) => ({ value, count: filterAssets(assets, { filter: value, text: '', report }).length }))
    // A choice that leads nowhere is none, but the one that is made stays.
    .filter(({ value, count }) => value === 'all' || value === filter || count > 0);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isState(filter) ? (
        <Segments
          label={words('label')}
          value={filter}
          onChoose={onFilter}
          segments={counted.map(({ value, count }) => ({ value, label: words(value, { count }) }))}
        />
      ) : (
        <ReasonChip filter={filter} report={report} onEnd={() => onFilter('all')} />
      )}
      <div className="min-w-52 flex-1 sm:max-w-64">
        <Input
          type="search"
          icon={<Search size={15} />}
          aria-label={words('search')}
          placeholder={words('search')}
          value={text}
          onChange={({ target }) => onText(target.value)}
        />
      </div>
      <span role="status" className="sr-only">
        {words('shown', { count: shownCount })}
      </span>
    </div>
  );
}

interface ReasonChipProps {
  readonly filter: PictureFilter;
  readonly report: ReadinessReport | undefined;
  readonly onEnd: () => void;
}

/** In place of the states: the line of the readiness that the pictures belong to. */
function ReasonChip({ filter, report, onEnd }: ReasonChipProps) {
  const words = useWords('datasets.filter');
  const describe = useReasonWords();
  const reason = report?.reasons.find(({ code }) => `reason:${code}` === filter);
  return (
    <Button size="small" onClick={onEnd} title={words('end')} icon={<X aria-hidden size={14} />}>
      {reason ? describe(reason).text : words('settled')}
      <span className="sr-only">{words('end')}</span>
    </Button>
  );
}
