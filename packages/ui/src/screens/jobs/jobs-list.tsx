'use client';

import { useCallback, useState } from 'react';
import type { TrainingJob } from '../../api/answers.ts';
import type { JobFilter } from '../../jobs/job-filter.ts';
import { useWords } from '../../messages/use-words.ts';
import { loadLate } from '../../primitives/load-late.tsx';
import { Table } from '../../primitives/table.tsx';
import { useStudio } from '../studio.tsx';
import type { Asked } from './ask-about-act.tsx';
import type { JobAct } from './job-acts.ts';
import { JobCards } from './job-cards.tsx';
import { useJobColumns } from './job-columns.tsx';
import { useJobActs } from './use-job-acts.ts';

const BulkBar = loadLate(() => import('./bulk-bar.tsx').then((module) => module.BulkBar));
const AskAboutAct = loadLate(() => import('./ask-about-act.tsx').then((module) => module.AskAboutAct));

interface JobsListProps {
  readonly jobs: readonly TrainingJob[];
  readonly filter: JobFilter;
  readonly onFilter: (filter: JobFilter) => void;
}

const none: ReadonlySet<string> = new Set();

/** Trainings as a table, or as cards where there is no room for one, to be chosen and acted on. */
export function JobsList({ jobs, filter, onFilter }: JobsListProps) {
  const words = useWords('jobs');
  const mayAct = useStudio().brand.role !== 'viewer';
  const act = useJobActs();
  const [selected, setSelected] = useState(none);
  const [asked, setAsked] = useState<Asked | null>(null);
  const wish = useCallback(
    (wanted: JobAct, of: readonly TrainingJob[]) => {
      if (wanted === 'delete') void act(wanted, of).then(() => setSelected(none));
      else setAsked({ act: wanted, jobs: of });
    },
    [act],
  );
  const onAct = mayAct ? wish : null;
  const columns = useJobColumns(onAct);
  const chosen = jobs.filter(({ id }) => selected.has(id));
  const choice = mayAct ? { selected, onSelect: setSelected } : {};
  return (
    <>
      <div className="max-md:hidden">
        <Table
          label={words('title')}
          rows={jobs}
          columns={columns}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          sorting={filter.sorting}
          onSort={(sorting) => onFilter({ ...filter, sorting })}
          {...choice}
        />
      </div>
      <div className="md:hidden">
        <JobCards jobs={jobs} selected={selected} onSelect={setSelected} onAct={onAct} />
      </div>
      {chosen.length > 0 && <BulkBar chosen={chosen} onAct={wish} onClear={() => setSelected(none)} />}
      {asked && (
        <AskAboutAct
          asked={asked}
          onClose={() => setAsked(null)}
          onConfirm={async () => {
            await act(asked.act, asked.jobs);
            setSelected(none);
          }}
        />
      )}
    </>
  );
}
