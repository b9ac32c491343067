import { z } from '@hono/zod-openapi';
import { id } from '../answers/fields.ts';
import { pause } from '../events/pause.ts';
import { requireSelf } from '../founding/own-person.ts';
import { json } from '../routes/answers.ts';
import { personRoute } from '../routes/person-route.ts';
import type { Caller } from '../session/caller.ts';
import { findTwinJob, keyOfTwin, missingTwin } from './twin-job.ts';
import { listPhotos, type TwinPhoto } from './twin-photos.ts';

export const startAiTraining = personRoute({
  method: 'post',
  path: '/start-ai-training',
  operationId: 'startAiTraining',
  area: 'Training',
  summary: 'Asks for the training of a twin whose photos were uploaded.',
  description:
    'However often it is asked for, there is one. Photos that were just uploaded are looked at first.',
  body: z.strictObject({
    jobId: id,
    userId: z.guid().optional(),
    trainAnyway: z.boolean().optional(),
  }),
  isCostly: true,
  answer: json('It was recorded; the engine trains.', z.object({ trainingId: id }), 201),
  handle: async ({ caller, body: { jobId, userId, trainAnyway }, request }) => {
    requireSelf(caller, userId);
    const known = await findTwinJob(caller, jobId);
    if (known) return { trainingId: known.id };
    const [first, ...others] = await inspectedPhotos(caller, jobId, request.signal);
    if (!first) throw missingTwin(jobId);
    const { metadata } = first.training_metadata.twin;
    const job = await caller.ai.createTrainingJob({
      brandId: first.brand_id,
      modelType: 'flux',
      subjectKind: 'character',
      trainingAssetIds: [first, ...others].map((photo) => photo.id),
      name: z.string().trim().min(1).max(120).optional().catch(undefined).parse(metadata.fursonaName),
      metadata,
      trainAnyway,
      idempotencyKey: keyOfTwin(jobId),
    });
    return { trainingId: job.id };
  },
});

/** How long the engine may take to look at photos; what it has not seen by then is refused with that reason. */
const looks = 40;
const betweenLooksMs = 500;

async function inspectedPhotos(caller: Caller, jobId: string, signal: AbortSignal): Promise<TwinPhoto[]> {
  for (let look = 1; ; look += 1) {
    const photos = await listPhotos(caller, jobId);
    if (look === looks || signal.aborted || !photos.some(({ status }) => status === 'received'))
      return photos;
    await pause(betweenLooksMs, signal);
  }
}
