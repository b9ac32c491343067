import { AiModelsError, TrainingJobNotFoundError } from '@act/ai-models';
import { z } from '@hono/zod-openapi';
import { idParams } from '../../answers/fields.ts';
import { flag, oneOrMore, pageOf, pageQuery } from '../../answers/page.ts';
import { choosePictures } from '../../founding/find-pictures.ts';
import { findSharedLora } from '../../founding/find-shared-lora.ts';
import { isOthers, loraBody, loraSchema, toLora, toLoraWish, toSharedLora } from '../../founding/lora.ts';
import { requireSelf } from '../../founding/own-person.ts';
import { loraStatuses, toJobStatuses } from '../../founding/status-words.ts';
import { empty, json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

export const listLoras = personRoute({
  method: 'get',
  path: '/loras',
  operationId: 'listLoras',
  area: 'LoRAs',
  summary: 'Lists LoRAs, newest first.',
  query: z.strictObject({
    ...pageQuery,
    status: oneOrMore(z.enum(loraStatuses)).optional(),
    deleted: flag.openapi({ description: 'Those that were deleted and can be restored, instead.' }),
    shared: flag.openapi({
      description:
        'Those that others share with the brand, instead; all of them are completed, none is deleted. Goes without `status` and `deleted`.',
    }),
  }),
  isTagged: true,
  answer: json('A page of LoRAs.', pageOf(loraSchema).openapi('LoraPage')),
  handle: async ({ caller, query: { status, deleted: onlyDeleted, shared, ...page } }) => {
    if (shared) {
      if (status !== undefined || onlyDeleted) throw notAboutShared();
      const found = await caller.ai.listBrandModels(caller.brandId, { ...page, onlyShared: true });
      return { items: found.items.filter(isOthers).map(toSharedLora), nextCursor: found.nextCursor };
    }
    const filter = { ...page, onlyDeleted, statuses: status && toJobStatuses(status) };
    const { items, nextCursor } = await caller.ai.listTrainingJobs({ ...filter, brandId: caller.brandId });
    return { items: items.map(toLora), nextCursor };
  },
});

const notAboutShared = () =>
  new AiModelsError({
    code: 'input_invalid',
    message:
      'What others share is always completed and never deleted: `status` and `deleted` say nothing about it.',
    hint: 'Leave them out, or leave out `shared`.',
  });

export const createLora = personRoute({
  method: 'post',
  path: '/loras',
  operationId: 'createLora',
  area: 'LoRAs',
  summary: 'Makes a LoRA of pictures that were uploaded, and begins its training.',
  body: loraBody,
  example: {
    name: 'Autumn bags',
    type: 'product',
    trigger_word: 'acmebag7',
    image_urls: ['/api/assets/3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77/file'],
  },
  isCostly: true,
  answer: json('It was recorded; the engine trains it.', loraSchema, 201),
  handle: async ({ caller, body, idempotencyKey, request, world }) => {
    requireSelf(caller, body.userId);
    const { id: brandId } = await caller.needRole('member');
    const urls = [...(body.imageUrls ?? []), ...(body.image_urls ?? [])];
    const scope = { database: caller.database, brandId };
    const trainingAssetIds = await choosePictures(scope, { ...body, imageUrls: urls }, { world, request });
    const wish = { ...toLoraWish(body), brandId, trainingAssetIds, idempotencyKey };
    return toLora(await caller.ai.startTraining(wish));
  },
});

export const getLora = personRoute({
  method: 'get',
  path: '/loras/{id}',
  operationId: 'getLora',
  area: 'LoRAs',
  summary: 'Gives a LoRA as it is now.',
  params: idParams,
  isTagged: true,
  answer: json('The LoRA.', loraSchema),
  handle: async ({ caller, params }) => {
    try {
      return toLora(await caller.ai.getTrainingJob(params.id, { brandId: caller.brandId }));
    } catch (error) {
      if (!TrainingJobNotFoundError.isInstance(error)) throw error;
      const shared = await findSharedLora(caller, params.id);
      if (shared) return toSharedLora(shared);
      throw error;
    }
  },
});

export const shareLora = personRoute({
  method: 'post',
  path: '/loras/{id}/share',
  operationId: 'shareLora',
  area: 'LoRAs',
  summary: 'Shares a LoRA with the brand; for its owner, where the brand allows it.',
  description:
    'Others may paint with it and see what it is called, its samples and its trigger word; not its pictures, configuration or log. The engine carries it out: until then `sharing` is `sharing`.',
  params: idParams,
  refuses: [409],
  answer: json('The LoRA, with the wish in it.', loraSchema),
  handle: async ({ caller, params }) =>
    toLora(await caller.ai.shareTrainingJob(params.id, { brandId: caller.brandId })),
});

export const withdrawLora = personRoute({
  method: 'post',
  path: '/loras/{id}/withdraw',
  operationId: 'withdrawLora',
  area: 'LoRAs',
  summary: 'Makes a shared LoRA private to its owner again; for its owner and for admins.',
  description:
    'That holds at once; what others made with it stays theirs. Until the engine has brought the weights back, `sharing` is `withdrawing`.',
  params: idParams,
  refuses: [409],
  answer: json('The LoRA, with the wish in it.', loraSchema),
  handle: async ({ caller, params }) => {
    const { brandId } = await caller.needScope();
    const others = await findSharedLora(caller, params.id);
    const job = await caller.ai.withdrawTrainingJob(params.id, { brandId });
    if (job) return toLora(job);
    // An admin, who saw what was shared, and has never seen its training.
    if (others) {
      // Nobody but its owner gets at its files now.
      return { ...toSharedLora(others), sharing: 'withdrawing' as const, lora_url: null, sample_urls: [] };
    }
    throw new TrainingJobNotFoundError({ brandId, jobId: params.id });
  },
});

export const deleteLora = personRoute({
  method: 'delete',
  path: '/loras/{id}',
  operationId: 'deleteLora',
  area: 'LoRAs',
  summary: 'Takes a LoRA off the lists; it can be restored for a while.',
  params: idParams,
  refuses: [409],
  answer: empty('It is off the lists.'),
  handle: ({ caller, params }) => caller.ai.deleteTrainingJob(params.id, { brandId: caller.brandId }),
});

export const retryLora = personRoute({
  method: 'post',
  path: '/loras/{id}/retry',
  operationId: 'retryLora',
  area: 'LoRAs',
  summary: 'Trains a LoRA again whose training failed or was cancelled.',
  params: idParams,
  isCostly: true,
  answer: json('The new one; the same, however often this is sent.', loraSchema, 201),
  handle: async ({ caller, params, idempotencyKey, request }) =>
    toLora(
      await caller.ai.retryTrainingJob(params.id, {
        brandId: caller.brandId,
        idempotencyKey,
        signal: request.signal,
      }),
    ),
});
