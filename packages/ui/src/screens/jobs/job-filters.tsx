'use client';

import { Search } from 'lucide-react';
import { type JobFilter, jobFilterStates } from '../../jobs/job-filter.ts';
import { useWords } from '../../messages/use-words.ts';
import { Checkbox } from '../../primitives/checkbox.tsx';
import { Field } from '../../primitives/field.tsx';
import { Input } from '../../primitives/input.tsx';
import { Segments } from '../../primitives/segments.tsx';
import { Select } from '../../primitives/select.tsx';
import { useStudio } from '../studio.tsx';

interface JobFiltersProps {
  readonly filter: JobFilter;
  readonly onChange: (filter: JobFilter) => void;
}

/** What is looked for: a word, a state, a base, and whether failures are wanted among them. */
export function JobFilters({ filter, onChange }: JobFiltersProps) {
  const [words, bases] = [useWords('jobs'), useWords('bases')];
  const { allowedModelTypes } = useStudio().brand.training;
  return (
    <div className="-mb-2 flex flex-wrap items-center gap-3">
      <Field label={words('search')} isLabelHidden className="w-full sm:w-60">
        <Input
          type="search"
          placeholder={words('search')}
          icon={<Search aria-hidden size={16} />}
          value={filter.search}
          onChange={(event) => onChange({ ...filter, search: event.target.value })}
        />
      </Field>
      <Segments
        label={words('state')}
        value={filter.state}
        segments={jobFilterStates.map((state) => ({ value: state, label: words(`states.${state}`) }))}
        onChoose={(state) => onChange({ ...filter, state })}
        className="max-sm:w-full"
      />
      <Field label={words('base')} isLabelHidden className="w-48 max-sm:flex-1">
        <Select
          value={filter.base ?? 'any'}
          options={[
            { value: 'any', label: words('anyBase') },
            ...allowedModelTypes.map((value) => ({ value, label: bases(value) })),
          ]}
          onChoose={(base) => onChange({ ...filter, base: base === 'any' ? null : base })}
        />
      </Field>
      {filter.state === 'all' && (
        <Checkbox
          label={words('hideFailed')}
          checked={filter.hidesFailed}
          onChange={(event) => onChange({ ...filter, hidesFailed: event.target.checked })}
        />
      )}
    </div>
  );
}
