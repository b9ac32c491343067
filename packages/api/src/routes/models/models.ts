import { modelTypes } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { modelParams, modelSchema } from '../../answers/model.ts';
import { flag, pageOf, pageQuery } from '../../answers/page.ts';
import { empty, json, redirect } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

export const listModels = personRoute({
  method: 'get',
  path: '/models',
  operationId: 'listModels',
  area: 'Models',
  summary: 'Lists trained models, newest first.',
  query: z.strictObject({
    ...pageQuery,
    name: z.string().min(1).max(120).optional().openapi({ description: 'All versions of this one.' }),
    modelType: z.enum(modelTypes).optional(),
    includeRetired: flag,
  }),
  isTagged: true,
  answer: json('A page of models.', pageOf(modelSchema).openapi('ModelPage')),
  handle: ({ caller, query }) => caller.ai.listBrandModels(caller.brandId, query),
});

export const getModel = personRoute({
  method: 'get',
  path: '/models/{id}',
  operationId: 'getModel',
  area: 'Models',
  summary: 'Gives a model by what it is called.',
  params: modelParams,
  isTagged: true,
  answer: json('The model.', modelSchema),
  handle: ({ caller, params }) => caller.ai.getBrandModel(params.id, { brandId: caller.brandId }),
});

export const deleteModel = personRoute({
  method: 'delete',
  path: '/models/{id}',
  operationId: 'deleteModel',
  area: 'Models',
  summary: 'Deletes a version and its weights for good; for admins.',
  params: modelParams,
  refuses: [409],
  answer: empty('It is gone.'),
  handle: ({ caller, params }) => caller.ai.deleteModel(params.id, { brandId: caller.brandId }),
});

export const downloadModel = personRoute({
  method: 'get',
  path: '/models/{id}/download',
  operationId: 'downloadModel',
  area: 'Models',
  summary: 'Leads to the weights of a model.',
  params: modelParams,
  answer: redirect('To the file.'),
  handle: async ({ caller, params }) => {
    const { brandId, modelId } = await caller.ai.getBrandModel(params.id, { brandId: caller.brandId });
    return caller.ai.getModelUrl(brandId, modelId);
  },
});

export const retireModel = personRoute({
  method: 'post',
  path: '/models/{id}/retire',
  operationId: 'retireModel',
  area: 'Models',
  summary: 'Takes a version out of use; for admins.',
  params: modelParams,
  answer: json('The model.', modelSchema),
  handle: ({ caller, params }) => caller.ai.retireModel(params.id, { brandId: caller.brandId }),
});

export const restoreModel = personRoute({
  method: 'post',
  path: '/models/{id}/restore',
  operationId: 'restoreModel',
  area: 'Models',
  summary: 'Takes a version back into use; for admins.',
  params: modelParams,
  answer: json('The model.', modelSchema),
  handle: ({ caller, params }) => caller.ai.restoreModel(params.id, { brandId: caller.brandId }),
});

const word = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'Use a word such as "live".');

export const setModelAlias = personRoute({
  method: 'put',
  path: '/models/{name}/aliases/{alias}',
  operationId: 'setModelAlias',
  area: 'Models',
  summary: 'Lets a word such as `live` stand for another version; a rollback is this call. For admins.',
  params: z.object({
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'Use a name such as "flux-lora".'),
    alias: word,
  }),
  body: z.strictObject({ ...brandField, version: z.int().min(1).max(999_999) }),
  example: { version: 1 },
  refuses: [409],
  answer: json('The version that the word stands for now.', modelSchema),
  handle: ({ caller, params, body: { version } }) =>
    caller.ai.setModelAlias({ ...params, version, brandId: caller.brandId }),
});
