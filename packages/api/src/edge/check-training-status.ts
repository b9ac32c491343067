import type { TrainingJob } from '@act/ai-models';
import { z } from '@hono/zod-openapi';
import { id } from '../answers/fields.ts';
import { findModelIdOfJob } from '../database/models.ts';
import { requireSelf } from '../founding/own-person.ts';
import { toFailure } from '../founding/status-words.ts';
import { json } from '../routes/answers.ts';
import { personRoute } from '../routes/person-route.ts';
import type { Caller } from '../session/caller.ts';
import { findTwinJob, missingTwin } from './twin-job.ts';
import { listPhotos } from './twin-photos.ts';

/** The states that the founding document knows. */
const statuses = ['pending', 'uploading', 'training', 'completed', 'failed'] as const;
const words: Readonly<Record<TrainingJob['status'], (typeof statuses)[number]>> = {
  pending: 'pending',
  uploading: 'uploading',
  queued: 'training',
  training: 'training',
  saving: 'training',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'failed',
};

export const checkTrainingStatus = personRoute({
  method: 'post',
  path: '/check-training-status',
  operationId: 'checkTrainingStatus',
  area: 'Training',
  summary: 'Says how far a twin is.',
  description: 'To be asked every ten seconds. The engine asks the provider, whoever looks or does not.',
  body: z.strictObject({ jobId: id, userId: z.guid().optional() }),
  answer: json(
    'How far it is.',
    z.object({
      status: z.enum(statuses),
      progress: z.number(),
      modelVersion: z
        .string()
        .nullable()
        .openapi({ description: 'What generations take, once it is there.' }),
      errorMessage: z.string().nullable(),
    }),
  ),
  handle: async ({ caller, body: { jobId, userId } }) => {
    requireSelf(caller, userId);
    const job = await findTwinJob(caller, jobId);
    if (job) {
      return {
        status: words[job.status],
        progress: job.progress,
        modelVersion: await findVersion(caller, job),
        errorMessage: toFailure(job)?.message ?? null,
      };
    }
    if ((await listPhotos(caller, jobId)).length === 0) throw missingTwin(jobId);
    return { status: 'pending' as const, progress: 0, modelVersion: null, errorMessage: null };
  },
});

async function findVersion(
  { ai, database }: Caller,
  { id, brandId, status }: TrainingJob,
): Promise<string | null> {
  if (status !== 'completed') return null;
  const model = await findModelIdOfJob({ database, brandId }, id);
  return model === null ? null : (await ai.getBrandModel(model, { brandId })).modelId;
}
