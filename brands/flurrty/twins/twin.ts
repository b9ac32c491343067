import type { TrainingJob } from '@act/ui/api/answers';
import { longestName, parseTraits, readText, type TwinTraits } from '../traits/twin-traits.ts';

/** What a training is to its owner. */
export interface Twin {
  readonly name: string;
  readonly traits: TwinTraits;
  readonly job: TrainingJob;
}

export const toTwin = (job: TrainingJob): Twin => ({
  name: readText(job.metadata, 'fursonaName', longestName).trim() || job.name,
  traits: parseTraits(job.metadata),
  job,
});

/** One for each twin: what was tried again is the twin of its last try. */
export const toTwins = (jobs: readonly TrainingJob[]): readonly Twin[] => {
  const triedAgain = new Set(jobs.map(({ retryOf }) => retryOf));
  return jobs.filter(({ id }) => !triedAgain.has(id)).map(toTwin);
};

/** This try and those before it, the last one first. */
export const triesOf = (job: TrainingJob, jobs: readonly TrainingJob[]): readonly TrainingJob[] => {
  const before = jobs.find(({ id }) => id === job.retryOf);
  return before ? [job, ...triesOf(before, jobs)] : [job];
};
