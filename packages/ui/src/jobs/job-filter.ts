import type { ModelType } from '@act/tenant-config';
import type { TrainingJob } from '../api/answers.ts';
import type { JobQuery } from '../api/wishes.ts';
import type { Sorting } from '../primitives/sort-rows.ts';
import { type JobStatus, jobStatuses } from './job-status.ts';

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
const toStatuses = ({ state, hidesFailed }: JobFilter): readonly JobStatus[] | undefined =>
  state === 'all' && hidesFailed ? jobStatuses.filter((status) => status !== 'failed') : statuses[state];

/** As much of a name as the interface looks for. */
const longestName = 120;

/** The filter in words of the interface; its order is the page's own. */
export const toJobQuery = (filter: JobFilter): JobQuery => {
  const [status, name] = [toStatuses(filter), filter.search.trim().slice(0, longestName)];
  return {
    ...(status && { status }),
    ...(name !== '' && { name }),
    ...(filter.base && { modelType: filter.base }),
  };
};

const modelTypes = ['flux', 'sdxl', 'sd15'] as const satisfies readonly ModelType[];

/** What an address asks for; what it does not know is as if it were not there. */
export const readFilter = (address: Pick<URLSearchParams, 'get'>): JobFilter => {
  const sort = address.get('sort') ?? '';
  const columnId = sort.replace(/^-/, '');
  return {
    search: address.get('q') ?? '',
    state: jobFilterStates.find((state) => state === address.get('status')) ?? 'all',
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

/** Whether a job is still one of those: one that has just ended stays on a list until that is asked for again. */
export const isWanted = ({ status }: Pick<TrainingJob, 'status'>, filter: JobFilter): boolean =>
  toStatuses(filter)?.includes(status) ?? true;
