import { moveJob } from '../../database/training-jobs.ts';
import { timeAfter, trainingDeadlineMs } from '../deadlines.ts';
import { findRun } from '../runs/find-run.ts';
import { atOnce, type Step, whenItRings } from '../step.ts';
import { askProvider } from './ask-provider.ts';
import { configOf } from './job-facts.ts';
import { providerOf } from './submit-job.ts';
import { costChanges } from './sync-job.ts';
import type { TrainingWork } from './training-work.ts';

/** Somebody rang for a training that had failed here: if it succeeded after all, its weights are paid for. */
export async function lookForLateSuccess(work: TrainingWork): Promise<Step> {
  const { context, lease, job } = work;
  if (job.provider === null) return whenItRings;
  const provider = providerOf(context, job);
  const run = await findRun(work, provider, job);
  if (run === null) return whenItRings;
  const { providerJobId } = run;
  const status = await askProvider({ ...work, job: { ...job, provider_job_id: providerJobId } }, provider);
  if (status.state !== 'succeeded') return whenItRings;
  const { config } = configOf(job, provider.id);
  await moveJob(context, lease, ['failed', 'saving'], {
    stage: 'saving the weights',
    provider_job_id: providerJobId,
    deadline_at: timeAfter(context.now(), trainingDeadlineMs('saving', config)),
    ...(await costChanges(work, provider, status.gpuSeconds)),
  });
  return atOnce;
}
