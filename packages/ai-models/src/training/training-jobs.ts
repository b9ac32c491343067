import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { hasEnded } from '../database/ended-statuses.ts';
import { mapPage, type Page, pageShape } from '../database/page.ts';
import { findJob, type JobFilter, listJobs } from '../database/queries.ts';
import { changeJob, type JobRow, jobStatuses, removeJob } from '../database/training-jobs.ts';
import { AiModelsError, TrainingJobNotFoundError } from '../errors/index.ts';
import { requireSystem } from '../jobs/require-system.ts';
import { workOnTraining } from '../jobs/training/work-on-training.ts';
import { worksInPlace } from '../jobs/works-in-place.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { isUuid } from '../shared/uuid.ts';
import { modelTypes } from './model-type.ts';
import { type TrainingJob, toTrainingJob } from './training-job.ts';

/** A job of this brand. @throws TrainingJobNotFoundError also where it is another brand's */
export async function getTrainingJob(context: AiModelsContext, jobId: string): Promise<TrainingJob> {
  return toTrainingJob(await needJob(context, jobId));
}

/** Which trainings to list. */
export const jobFilterSchema = z.strictObject({
  ...pageShape,
  statuses: z.array(z.enum(jobStatuses)).optional(),
  onlyDeleted: z.boolean().optional(),
  name: z.string().min(1).max(120).optional(),
  modelType: z.enum(modelTypes).optional(),
});

/** Newest first. */
export async function listTrainingJobs(
  context: AiModelsContext,
  filter: JobFilter = {},
): Promise<Page<TrainingJob>> {
  parseInput(jobFilterSchema, filter, { subject: 'The filter' });
  return mapPage(await listJobs(context, filter), toTrainingJob);
}

/**
 * Ends a job that nobody wants any more. The run at the provider is ended first, so it may take a while until the state
 * says `cancelled`. @throws AiModelsError `conflict` where it has ended already
 */
export async function cancelTrainingJob(context: AiModelsContext, jobId: string): Promise<TrainingJob> {
  const job = await needJob(context, jobId);
  if (hasEnded(job.status)) throw ended(job, 'cancelled');
  const changed = await change(context, job, { cancel_requested_at: context.now().toISOString() });
  if (!worksInPlace(context)) return toTrainingJob(changed);
  await workOnTraining(context, jobId);
  return getTrainingJob(context, jobId);
}

/** How to delete a training. */
export interface DeleteTrainingJobOptions {
  /** For good, with its log and loss curve; only admins may. Default `false`: it can be restored for a while. */
  readonly forever?: boolean | undefined;
}

/** Takes a job that has ended off the lists. The model that came of it stays. */
export async function deleteTrainingJob(
  context: AiModelsContext,
  jobId: string,
  { forever = false }: DeleteTrainingJobOptions = {},
): Promise<void> {
  const job = await needJob(context, jobId);
  if (!hasEnded(job.status)) throw stillRuns(job);
  if (!forever) {
    await change(context, job, { deleted_at: context.now().toISOString() });
    return;
  }
  if (!(await removeJob(context, jobId))) throw notYours(jobId);
}

/** Puts a deleted job back on the lists. */
export async function restoreTrainingJob(context: AiModelsContext, jobId: string): Promise<TrainingJob> {
  return toTrainingJob(await change(context, await needJob(context, jobId), { deleted_at: null }));
}

/** What people may say anew about a training; what is left out stays. */
export interface UpdateTrainingJobOptions {
  /** 1 to 120 characters. */
  readonly name?: string | undefined;
  /** Up to 2,000 characters; null takes it away. */
  readonly description?: string | null | undefined;
}

/** What people may say anew about a training. */
export const jobChangesSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(120).optional(),
    description: z.string().trim().max(2000).nullish(),
  })
  .refine(
    ({ name, description }) => name !== undefined || description !== undefined,
    'Pass a name, a description, or both.',
  );

/** Gives a job another name or description. */
export async function updateTrainingJob(
  context: AiModelsContext,
  jobId: string,
  options: UpdateTrainingJobOptions,
): Promise<TrainingJob> {
  const { name, description } = parseInput(jobChangesSchema, options, { subject: 'The change' });
  const changes = {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
  };
  return toTrainingJob(await change(context, await needJob(context, jobId), changes));
}

/**
 * Takes a job as far as it goes now: for scripts without an engine, which call it until the job has ended. Only as the
 * system.
 */
export async function syncTrainingJob(
  context: AiModelsContext,
  jobId: string,
  options: Stoppable = {},
): Promise<TrainingJob> {
  requireSystem(context);
  await needJob(context, jobId);
  await workOnTraining(context, jobId, options);
  return getTrainingJob(context, jobId);
}

/** The row of a job of this brand. @throws TrainingJobNotFoundError */
export async function needJob(context: AiModelsContext, jobId: string): Promise<JobRow> {
  const job = isUuid(jobId) ? await findJob(context, jobId) : null;
  if (job) return job;
  throw new TrainingJobNotFoundError({ brandId: context.brandId, jobId });
}

async function change(
  context: AiModelsContext,
  job: JobRow,
  changes: Parameters<typeof changeJob>[2],
): Promise<JobRow> {
  const changed = await changeJob(context, job.id, changes);
  if (changed) return changed;
  throw notYours(job.id);
}

const notYours = (jobId: string) =>
  new AiModelsError({
    code: 'not_allowed',
    message: `You may not change training ${jobId}.`,
    hint: 'Its owner and the admins of the brand may.',
  });

const ended = ({ id, status }: JobRow, wish: string) =>
  new AiModelsError({
    code: 'conflict',
    message: `Training ${id} is ${status}: it cannot be ${wish} any more.`,
    hint: 'Read it: it has ended.',
  });

const stillRuns = ({ id, status }: JobRow) =>
  new AiModelsError({
    code: 'conflict',
    message: `Training ${id} is ${status}; only one that has ended can be deleted.`,
    hint: 'Cancel it first.',
  });
