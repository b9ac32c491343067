import type { BrandModel, TrainingJob } from '@act/ai-models';
import { AiModelsError } from '@act/ai-models';
import { z } from '@hono/zod-openapi';
import { cancelRequestedAt, failure, time } from '../../answers/fields.ts';
import { modelIdField, modelSchema } from '../../answers/model.ts';
import { findModelIdOfJob } from '../../database/models.ts';
import { progressStatuses, toFailure, toProgressStatus } from '../../founding/status-words.ts';
import { isUuid } from '../../founding/uuid.ts';
import type { Caller } from '../../session/caller.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

const progressSchema = z
  .object({
    modelId: z.string(),
    trainingId: z.string().nullable(),
    status: z.enum(progressStatuses),
    progress: z.number(),
    stage: z.string().nullable(),
    triggerWord: z.string().nullable(),
    estimatedCompletion: time.nullable(),
    modelVersion: z.string().nullable().openapi({ description: 'What generations take, once it is there.' }),
    cancelRequestedAt,
    errorMessage: z.string().nullable(),
    error: failure,
    model: modelSchema.nullable(),
  })
  .openapi('TrainingProgress');

export const trainingProgress = personRoute({
  method: 'get',
  path: '/training/progress',
  operationId: 'trainingProgress',
  area: 'Training',
  summary: 'Says how far a training is.',
  description: 'Takes the id of a training, or what its model is called. To be asked every five seconds.',
  query: z.strictObject({ modelId: modelIdField }),
  isTagged: true,
  answer: json('How far it is.', progressSchema),
  handle: async ({ caller, query: { modelId } }) => {
    const job = isUuid(modelId) ? await findJob(caller, modelId) : null;
    const model = job
      ? await modelOf(caller, job)
      : await caller.ai.getBrandModel(modelId, { brandId: caller.brandId });
    return toProgress(modelId, job ?? (await jobOf(caller, model)), model);
  },
});

/** An id may be a model's, too. */
const findJob = (caller: Caller, id: string): Promise<TrainingJob | null> =>
  caller.ai.getTrainingJob(id, { brandId: caller.brandId }).catch((error: unknown) => {
    if (AiModelsError.isInstance(error, 'job_not_found')) return null;
    throw error;
  });

async function modelOf(caller: Caller, job: TrainingJob): Promise<BrandModel | null> {
  if (job.status !== 'completed') return null;
  const id = await findModelIdOfJob({ database: caller.database, brandId: job.brandId }, job.id);
  return id === null ? null : caller.ai.getBrandModel(id, { brandId: job.brandId });
}

const jobOf = async (caller: Caller, model: BrandModel | null): Promise<TrainingJob | null> =>
  model?.jobId ? findJob(caller, model.jobId) : null;

function toProgress(modelId: string, job: TrainingJob | null, model: BrandModel | null) {
  const error = job && toFailure(job);
  return {
    modelId,
    trainingId: job?.id ?? model?.jobId ?? null,
    // A model is there although its training was deleted: then it was completed.
    status: job ? toProgressStatus(job) : ('completed' as const),
    progress: job ? job.progress : 100,
    stage: job?.stage ?? null,
    triggerWord: job?.triggerWord ?? model?.triggerWord ?? null,
    estimatedCompletion: job?.estimatedCompletion ?? null,
    modelVersion: model?.modelId ?? null,
    cancelRequestedAt: job?.cancelRequestedAt ?? null,
    errorMessage: error?.message ?? null,
    error,
    model,
  };
}
