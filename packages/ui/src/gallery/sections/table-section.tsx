'use client';

import { useState } from 'react';
import { type JobStatus, jobStatuses } from '../../jobs/job-status.ts';
import { Money } from '../../primitives/money.tsx';
import { StatusChip } from '../../primitives/status-chip.tsx';
import { Table, type TableColumn } from '../../primitives/table.tsx';
import { Tabs } from '../../primitives/tabs.tsx';
import { Section } from '../section.tsx';

interface SampleRow {
  readonly id: string;
  readonly name: string;
  readonly status: JobStatus;
  readonly costUsd: number;
}

const rows: SampleRow[] = jobStatuses.map((status, index) => ({
  id: status,
  name: ['Autumn lookbook', 'Packshots, white ground', 'Mascot', 'Store fronts'][index % 4] ?? '',
  status,
  costUsd: 0.7 + index * 0.41,
}));

const columns: TableColumn<SampleRow>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: ({ name }) => <span className="font-medium">{name}</span>,
    sortBy: ({ name }) => name,
  },
  { id: 'status', header: 'Status', cell: ({ status }) => <StatusChip status={status} progress={42} /> },
  { id: 'base', header: 'Base', cell: () => 'FLUX.1 dev', from: 'md' },
  {
    id: 'cost',
    header: 'Cost',
    cell: ({ costUsd }) => <Money amountUsd={costUsd} />,
    sortBy: ({ costUsd }) => costUsd,
    isNumber: true,
  },
];

export function TableSection() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['uploading']));
  const [tab, setTab] = useState<'table' | 'nothing'>('table');
  return (
    <Section title="Table and tabs">
      <Tabs
        label="Example"
        value={tab}
        onChoose={setTab}
        tabs={[
          {
            value: 'table',
            label: 'Jobs',
            count: rows.length,
            content: (
              <Table
                label="Jobs"
                rows={rows}
                columns={columns}
                rowId={({ id }) => id}
                rowName={({ name }) => name}
                selected={selected}
                onSelect={setSelected}
              />
            ),
          },
          { value: 'nothing', label: 'Nothing', content: 'Nothing' },
        ]}
      />
    </Section>
  );
}
