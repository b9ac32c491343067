import type { BrandModel, TrainingJob } from '@act/ui/api/answers';

/** A model of somebody: from the first minute of its training on. */
export interface Likeness {
  readonly id: string;
  readonly name: string;
  readonly triggerWord: string | null;
  /** Null where its training was deleted. */
  readonly job: TrainingJob | null;
  /** Null until its weights are saved. */
  readonly model: BrandModel | null;
}

/** The newest first: what was trained, what is being trained, and what failed and was not tried again. */
export const toLikenesses = (jobs: readonly TrainingJob[], models: readonly BrandModel[]): Likeness[] => {
  const triedAgain = new Set(jobs.map(({ retryOf }) => retryOf));
  const trained = models.map((model): Likeness => {
    const job = jobs.find(({ id }) => id === model.jobId) ?? null;
    return { id: model.id, name: job?.name ?? model.name, triggerWord: model.triggerWord, job, model };
  });
  const underWay = jobs
    .filter(({ id, status }) => status !== 'completed' && status !== 'cancelled' && !triedAgain.has(id))
    .map((job): Likeness => ({ id: job.id, name: job.name, triggerWord: job.triggerWord, job, model: null }));
  return [...trained, ...underWay].toSorted((one, other) => begunAt(other).localeCompare(begunAt(one)));
};

const begunAt = ({ job, model }: Likeness): string => job?.createdAt ?? model?.createdAt ?? '';
