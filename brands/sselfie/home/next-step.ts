import type { BrandModel, TrainingJob } from '@act/ui/api/answers';
import { isFinished } from '@act/ui/jobs/job-status';
import { progressPath } from '../progress/progress-path.ts';

interface Standing {
  /** The newest first. */
  readonly jobs: readonly Pick<TrainingJob, 'id' | 'status'>[];
  readonly models: readonly Pick<BrandModel, 'id'>[];
}

/** Where somebody goes on: to what is being made, to what can be made with it, to why it failed, or to the beginning. */
export const nextStep = ({ jobs, models }: Standing): string => {
  const running = jobs.find(({ status }) => !isFinished(status));
  if (running) return progressPath(running.id);
  if (models.length > 0) return '/studio';
  const [last] = jobs;
  return last?.status === 'failed' ? progressPath(last.id) : '/training';
};
