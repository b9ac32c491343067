'use client';

import { Search } from 'lucide-react';
import { useWords } from '../messages/use-words.ts';
import { Input } from '../primitives/input.tsx';
import { Segments } from '../primitives/segments.tsx';
import { Select } from '../primitives/select.tsx';
import { loraKinds } from './lora.ts';
import type { LoraFilter, LoraShelf } from './lora-filter.ts';

interface LoraFiltersProps {
  readonly filter: LoraFilter;
  readonly shelves: readonly LoraShelf[];
  readonly onChange: (filter: LoraFilter) => void;
}

/** Which of them are shown. */
export function LoraFilters({ filter, shelves, onChange }: LoraFiltersProps) {
  const [words, kinds] = [useWords('lora'), useWords('kinds')];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-line border-y py-3">
      <Segments
        className="min-w-0"
        label={words('shelf')}
        value={filter.shelf}
        segments={shelves.map((shelf) => ({ value: shelf, label: words(`shelves.${shelf}`) }))}
        onChoose={(shelf) => onChange({ ...filter, shelf })}
      />
      <Select
        aria-label={words('kindFilter')}
        className="w-40"
        value={filter.kind}
        options={[
          { value: 'any', label: words('anyKind') },
          ...loraKinds.map((kind) => ({ value: kind, label: kinds(`${kind}.word`) })),
        ]}
        onChoose={(kind) => onChange({ ...filter, kind })}
      />
      <div className="min-w-48 flex-1 sm:max-w-80">
        <Input
          type="search"
          aria-label={words('search')}
          placeholder={words('search')}
          icon={<Search aria-hidden size={16} />}
          value={filter.text}
          onChange={({ target }) => onChange({ ...filter, text: target.value })}
        />
      </div>
    </div>
  );
}
