'use client';

import { Search } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { Input } from '../../primitives/input.tsx';
import { Segments } from '../../primitives/segments.tsx';
import { Select } from '../../primitives/select.tsx';
import { dayOf, type GalleryFilter, type Grouping } from './gallery-pictures.ts';

const groupings = ['none', 'day', 'model', 'prompt'] as const satisfies readonly Grouping[];
const spans = ['any', 'today', 'week', 'month', 'between'] as const;
export type Span = (typeof spans)[number];
const spanDays = { today: 0, week: 6, month: 29 } as const;

interface GalleryToolbarProps {
  readonly filter: GalleryFilter;
  readonly span: Span;
  /** The models to choose from. */
  readonly painters: readonly { readonly value: string; readonly label: string }[];
  readonly tileWidth: number;
  readonly grouping: Grouping;
  readonly onFilter: (filter: GalleryFilter) => void;
  readonly onSpan: (span: Span) => void;
  readonly onTileWidth: (width: number) => void;
  readonly onGroup: (grouping: Grouping) => void;
}

/** The least and the largest tile. */
const tileWidths = { least: 120, most: 400, step: 20 } as const;

/** What is shown, in which order and how large. */
export function GalleryToolbar(props: GalleryToolbarProps) {
  const { filter, span, painters, grouping, onFilter, onSpan, onGroup } = props;
  const words = useWords('gallery');
  const change = (changes: Partial<GalleryFilter>) => onFilter({ ...filter, ...changes });
  const chooseSpan = (next: Span) => {
    onSpan(next);
    if (next === 'between') return;
    const back = next === 'any' ? null : spanDays[next];
    change({ from: back === null ? '' : dayOf(new Date(Date.now() - back * 86_400_000)), to: '' });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="relative flex items-center gap-2 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:py-0.5 max-md:[scrollbar-width:none] md:flex-wrap [&>*]:shrink-0">
        <Field label={words('search')} isLabelHidden className="w-60 xl:w-72">
          <Input
            type="search"
            icon={<Search aria-hidden size={16} />}
            placeholder={words('search')}
            maxLength={200}
            value={filter.search}
            onChange={(event) => change({ search: event.target.value })}
          />
        </Field>
        <Segments
          label={words('which')}
          value={filter.isStarredOnly ? 'starred' : 'all'}
          segments={[
            { value: 'all', label: words('all') },
            { value: 'starred', label: words('starred') },
          ]}
          onChoose={(which) => change({ isStarredOnly: which === 'starred' })}
        />
        <Select
          aria-label={words('model')}
          className="w-40"
          value={filter.modelId}
          options={[{ value: '', label: words('allModels') }, ...painters]}
          onChoose={(modelId) => change({ modelId })}
        />
        <Select
          aria-label={words('when')}
          className="w-36"
          value={span}
          options={spans.map((each) => ({ value: each, label: words(`spans.${each}`) }))}
          onChoose={chooseSpan}
        />
        {span === 'between' && (
          <>
            <Input
              type="date"
              aria-label={words('from')}
              className="w-38"
              value={filter.from}
              max={filter.to || undefined}
              onChange={(event) => change({ from: event.target.value })}
            />
            <Input
              type="date"
              aria-label={words('to')}
              className="w-38"
              value={filter.to}
              min={filter.from || undefined}
              onChange={(event) => change({ to: event.target.value })}
            />
          </>
        )}
        <Select
          aria-label={words('group')}
          className="w-40 xl:ml-auto"
          value={grouping}
          options={groupings.map((each) => ({ value: each, label: words(`groupings.${each}`) }))}
          onChoose={onGroup}
        />
        <label className="flex h-control items-center gap-2 text-muted text-sm">
          <span className="sr-only">{words('density')}</span>
          <span aria-hidden className="size-2.5 rounded-[1px] border border-current" />
          <input
            type="range"
            className="w-24 accent-(--accent)"
            min={tileWidths.least}
            max={tileWidths.most}
            step={tileWidths.step}
            value={props.tileWidth}
            onChange={(event) => props.onTileWidth(event.target.valueAsNumber)}
          />
          <span aria-hidden className="size-4 rounded-[1px] border border-current" />
        </label>
      </div>
    </div>
  );
}
