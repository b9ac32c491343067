import { z } from '@hono/zod-openapi';
import { id } from '../../answers/fields.ts';
import { choosePictures } from '../../founding/find-pictures.ts';
import { requireOwnFields } from '../../founding/own-fields.ts';
import { requireSelf } from '../../founding/own-person.ts';
import { progressStatuses, toProgressStatus } from '../../founding/status-words.ts';
import { startBody, toTrainingWish } from '../../founding/training-wish.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

const startedSchema = z
  .object({
    modelId: id.openapi({
      description: 'Of the training, like `trainingId` and `jobId`: what progress takes.',
    }),
    trainingId: id,
    jobId: id,
    triggerWord: z.string().nullable(),
    status: z.enum(progressStatuses),
  })
  .openapi('StartedTraining');

export const startTraining = personRoute({
  method: 'post',
  path: '/training/start',
  operationId: 'startTraining',
  area: 'Training',
  summary: 'Asks for a training.',
  description:
    'With pictures that are named by addresses or ids, or found: `autoDetectFromAssets` takes all, if enough are new.',
  body: startBody,
  example: {
    modelName: 'my-selfies',
    modelType: 'flux',
    gender: 'woman',
    imageUrls: ['/api/assets/3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77/file'],
  },
  isCostly: true,
  answer: json('The training was recorded; the engine does it.', startedSchema, 201),
  handle: async ({ caller, body, idempotencyKey, request, world }) => {
    requireSelf(caller, body.userId);
    const brand = await caller.needRole('member');
    const wish = toTrainingWish(body);
    requireOwnFields(brand, wish.metadata);
    const scope = { database: caller.database, brandId: brand.id };
    const trainingAssetIds = await choosePictures(scope, body, { world, request });
    const job = await caller.ai.startTraining({
      ...wish,
      brandId: brand.id,
      trainingAssetIds,
      idempotencyKey,
    });
    return {
      modelId: job.id,
      trainingId: job.id,
      jobId: job.id,
      triggerWord: job.triggerWord,
      status: toProgressStatus(job),
    };
  },
});
