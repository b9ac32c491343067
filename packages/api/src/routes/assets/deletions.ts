import { z } from '@hono/zod-openapi';
import { idParams } from '../../answers/fields.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

const ids = z.array(z.string()).readonly();
const deletedSchema = z
  .object({
    deleted: ids,
    kept: ids.openapi({ description: 'Still there: a training has used them, and the caller is no admin.' }),
    markedModels: z
      .array(z.object({ id: z.string(), modelId: z.string() }))
      .readonly()
      .openapi({ description: 'They were trained on them; they stay, and say so.' }),
    archives: z.number(),
    files: z.number().openapi({ description: 'The engine removes them within minutes.' }),
  })
  .openapi('DeletedAssets');

export const deleteAsset = personRoute({
  method: 'delete',
  path: '/assets/{id}',
  operationId: 'deleteAsset',
  area: 'Pictures',
  summary: 'Deletes a picture with its files, and says which models were trained on it.',
  params: idParams,
  answer: json('What went.', deletedSchema),
  handle: ({ caller, params }) => caller.ai.deletePicture(params.id, { brandId: caller.brandId }),
});

export const deleteAssets = personRoute({
  method: 'post',
  path: '/assets/delete',
  operationId: 'deleteAssets',
  area: 'Pictures',
  summary: 'Deletes several pictures; those that the caller may not delete stay.',
  body: z.strictObject({ ...brandField, assetIds: z.array(z.guid()).min(1).max(200) }),
  example: { assetIds: ['3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77'] },
  answer: json('What went.', deletedSchema),
  handle: ({ caller, body: { assetIds } }) => caller.ai.deleteAssets({ assetIds, brandId: caller.brandId }),
});
