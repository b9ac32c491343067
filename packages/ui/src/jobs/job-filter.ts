import type { ModelType } from '@act/tenant-config';
import type { TrainingJob } from '../api/answers.ts';
import type { Sorting } from '../primitives/sort-rows.ts';
import type { JobStatus } from './job-status.ts';

export const jobFilterStates = ['all', 'running', 'completed', 'failed', 'cancelled'] as const;
export type JobFilterState = (typeof jobFilterStates)[number];

/** Which jobs are looked for, and in which order. It stands in the address, so that it can be kept and sent. */
export interface JobFilter {
  readonly search: string;
  readonly state: JobFilterState;
  readonly base: ModelType | null;
  /** Failed ones are left out. */
  readonly hidesFailed: boolean;
  readonly sorting: Sorting | null;
}

export const anyJob: JobFilter = { search: '', state: 'all', base: null, hidesFailed: false, sorting: null };

const statuses: Record<JobFilterState, readonly JobStatus[] | undefined> = {
  all: undefined,
  running: ['pending', 'uploading', 'queued', 'training', 'saving'],
  completed: ['completed'],
  failed: ['failed'],
  cancelled: ['cancelled'],
};

/** The states that a filter stands for; undefined for all of them. */
export const toStatuses = (state: JobFilterState) => statuses[state];

const modelTypes = ['flux', 'sdxl', 'sd15'] as const satisfies readonly ModelType[];

/** Of which state an address asks for trainings: of any, where it names none that there is. */
export const readFilterState = (text: unknown): JobFilterState =>
  jobFilterStates.find((state) => state === text) ?? 'all';

/** What an address asks for; what it does not know is as if it were not there. */
export const readFilter = (address: Pick<URLSearchParams, 'get'>): JobFilter => {
  const sort = address.get('sort') ?? '';
  const columnId = sort.replace(/^-/, '');
  return {
    search: address.get('q') ?? '',
    state: readFilterState(address.get('status')),
    base: modelTypes.find((type) => type === address.get('base')) ?? null,
    hidesFailed: address.get('hide') === 'failed',
    sorting: /^[a-z]+$/.test(columnId)
      ? { columnId, direction: sort.startsWith('-') ? 'descending' : 'ascending' }
      : null,
  };
};

/** The same as an address; empty where everything is shown as it comes. */
export const writeFilter = ({ search, state, base, hidesFailed, sorting }: JobFilter): string => {
  const address = new URLSearchParams();
  if (search.trim() !== '') address.set('q', search);
  if (state !== 'all') address.set('status', state);
  if (base) address.set('base', base);
  if (hidesFailed) address.set('hide', 'failed');
  if (sorting) address.set('sort', `${sorting.direction === 'descending' ? '-' : ''}${sorting.columnId}`);
  return address.toString();
};

/** Whether a job is one of those, as far as the list that was asked for does not see to it. */
export const isWanted = (job: TrainingJob, { search, base, hidesFailed, state }: JobFilter): boolean => {
  const wanted = search.trim().toLocaleLowerCase();
  const known = toStatuses(state);
  return (
    (base === null || job.modelType === base) &&
    (!hidesFailed || job.status !== 'failed') &&
    // One that has just ended stays on a list until it is asked for again.
    (!known || known.includes(job.status)) &&
    (wanted === '' ||
      [job.name, job.triggerWord ?? ''].some((text) => text.toLocaleLowerCase().includes(wanted)))
  );
};

/** Whether the interface is not asked for it: then the next page may hold more. */
export const isNarrowedHere = ({ search, base }: JobFilter) => search.trim() !== '' || base !== null;
