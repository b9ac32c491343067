import type { Notice } from '../../api/answers.ts';
import { studioPaths } from '../studio-paths.ts';

type Facts = Notice['facts'];

/** A name among the facts; empty where there is none. */
export const textOf = (facts: Facts, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
};

/** A count or a sum among the facts; 0 where there is none. */
export const numberOf = (facts: Facts, name: string): number => {
  const value = facts[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
};

/** The names of pictures among the facts. */
export const namesOf = (facts: Facts): string[] =>
  Array.isArray(facts.names) ? facts.names.filter((name) => typeof name === 'string') : [];

/** Where a notice can be dealt with. */
export const pathOf = ({ kind, jobId, facts }: Pick<Notice, 'kind' | 'jobId' | 'facts'>): string => {
  if (jobId !== null) return studioPaths.job(jobId);
  switch (kind) {
    case 'pictures.rejected':
      return studioPaths.upload;
    case 'budget.low':
      return studioPaths.settingsOf('usage');
    case 'webhook.disabled':
      return studioPaths.settingsOf('notices');
    case 'training.completed':
      return textOf(facts, 'modelId') ? studioPaths.models : studioPaths.jobs;
    case 'training.failed':
    case 'training.cancelled':
      return studioPaths.jobs;
    default:
      return studioPaths.gallery;
  }
};
