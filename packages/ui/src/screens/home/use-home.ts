import type { Asset, BrandModel, Generation, Page, TrainingJob } from '../../api/answers.ts';
import { isFinished } from '../../jobs/job-status.ts';
import { useStudio } from '../studio.tsx';
import { usePages } from '../use-pages.ts';

/** What the server rendered already. */
export interface HomeFirst {
  readonly jobs?: Page<TrainingJob> | undefined;
  readonly models?: Page<BrandModel> | undefined;
  readonly generations?: Page<Generation> | undefined;
  readonly pictures?: Page<Asset> | undefined;
  readonly rejected?: Page<Asset> | undefined;
}

/** How much of each; the server asks for the same. */
export const homeLimits = { jobs: 20, models: 4, generations: 8, pictures: 4, rejected: 12 } as const;

/** What is going on in a brand, kept true while something moves. */
export const useHome = (first: HomeFirst) => {
  const { api } = useStudio();
  const jobs = usePages({
    key: ['home', 'jobs'],
    load: (_, signal) => api.jobs.list({ limit: homeLimits.jobs, signal }),
    first: first.jobs,
    isMoving: ({ status }) => !isFinished(status),
  });
  const models = usePages({
    key: ['home', 'models'],
    load: (_, signal) => api.models.list({ limit: homeLimits.models, signal }),
    first: first.models,
  });
  const generations = usePages({
    key: ['home', 'generations'],
    load: (_, signal) => api.generations.list({ limit: homeLimits.generations, signal }),
    first: first.generations,
    isMoving: ({ status }) => !['completed', 'failed', 'cancelled'].includes(status),
  });
  const pictures = usePages({
    key: ['home', 'pictures'],
    load: (_, signal) =>
      api.assets.list({
        limit: homeLimits.pictures,
        isTrainingData: true,
        status: ['ready', 'received'],
        signal,
      }),
    first: first.pictures,
  });
  const rejected = usePages({
    key: ['home', 'rejected'],
    load: (_, signal) => api.assets.list({ limit: homeLimits.rejected, status: ['rejected'], signal }),
    first: first.rejected,
  });
  return { jobs, models, generations, pictures, rejected };
};
