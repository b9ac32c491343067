import {
  assetTypes,
  getBrandPolicy,
  pictureTypes,
  safeFileName,
  toExtension,
  trainingDataKey,
} from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { assetSchema, toAsset } from '../../answers/asset.ts';
import { toUploadTarget, uploadTargetSchema } from '../../answers/upload.ts';
import { addAsset } from '../../database/assets.ts';
import { requireFile } from '../../database/files.ts';
import { requireOwnPlace } from '../../database/own-place.ts';
import { ownAddress } from '../../http/own-address.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField, fileName } from '../request-fields.ts';

export const prepareAssetUpload = personRoute({
  method: 'post',
  path: '/assets/uploads',
  operationId: 'prepareAssetUpload',
  area: 'Pictures',
  summary: 'Says where to upload a picture.',
  description:
    'The browser uploads it there by itself, in its own name, and registers it with `POST /assets`.',
  body: z.strictObject({ ...brandField, name: fileName, contentType: z.enum(pictureTypes) }),
  example: { name: 'Логотип (1).JPG', contentType: 'image/jpeg' },
  answer: json('Where to, and how.', uploadTargetSchema, 201),
  handle: async ({ caller, body: { name, contentType }, world }) => {
    const scope = await caller.needScope();
    const policy = await getBrandPolicy(scope);
    const named = safeFileName(name, { id: world.generateId(), extension: toExtension(contentType) });
    const ownerId = policy.visibility === 'owner' ? caller.userId : null;
    const key = trainingDataKey({ brandId: scope.brandId, ownerId, fileName: named });
    const maximumBytes = Math.max(
      ...Object.values(policy.subjects).map((subject) => subject.maximumFileBytes),
    );
    return toUploadTarget({ bucket: 'training-data', key, contentType, maximumBytes }, world.supabase);
  },
});

export const addUploadedAsset = personRoute({
  method: 'post',
  path: '/assets',
  operationId: 'addAsset',
  area: 'Pictures',
  summary: 'Registers a picture that was uploaded.',
  description: 'It is `received` then, and `ready` once the engine has looked at it.',
  body: z.strictObject({
    ...brandField,
    path: z.string().min(1).max(600).openapi({ description: 'Bucket and key, as the uploads gave them.' }),
    name: fileName,
    caption: z.string().max(2000).nullish(),
    assetType: z.enum(assetTypes).optional(),
    isTrainingData: z.boolean().optional(),
  }),
  example: {
    path: 'training-data/acmecompany/logo-3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77.jpg',
    name: 'logo.jpg',
    caption: 'photo of [brand] logo',
  },
  refuses: [409],
  answer: json('The picture.', assetSchema, 201),
  handle: async ({ caller, body, world, request }) => {
    const scope = await caller.needScope();
    const { brandId } = scope;
    requireOwnPlace(body.path, { bucket: 'training-data', brandId, userId: caller.userId });
    await requireFile(scope, body.path);
    const row = await addAsset(scope, {
      name: body.name,
      fileUrl: body.path,
      caption: body.caption ?? null,
      assetType: body.assetType ?? 'training_image',
      isTrainingData: body.isTrainingData ?? true,
    });
    return toAsset(row, { own: ownAddress(world, request), signed: new Map() });
  },
});
