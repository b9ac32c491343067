'use client';

import { Search } from 'lucide-react';
import { useWords } from '../../messages/use-words.ts';
import { Field } from '../../primitives/field.tsx';
import { Input } from '../../primitives/input.tsx';
import { Segments } from '../../primitives/segments.tsx';
import { type JobFilter, jobFilterStates } from './job-filter.ts';

interface JobFiltersProps {
  readonly filter: JobFilter;
  readonly onChange: (filter: JobFilter) => void;
}

export function JobFilters({ filter, onChange }: JobFiltersProps) {
  const words = useWords('jobs');
  return (
    <div className="-mb-2 flex flex-wrap items-center gap-3">
      <Field label={words('search')} isLabelHidden className="w-full sm:w-64">
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
      />
    </div>
  );
}
