import type { StartTrainingOptions } from '@act/ai-models';
import { trainingConfigSchema, trainingSchema } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { saidFields } from './own-person.ts';

const text = z.string().trim().min(1).max(200);
const { modelType, trainingAssetIds, name, description, subjectKind, metadata, trainAnyway } =
  trainingSchema.shape;

/** Addresses as an upload gave them. */
export const imageUrls = z.array(z.string().min(1).max(2048)).min(1).max(1000).openapi({
  description: 'Addresses of pictures as an upload gave them. They are read, never opened.',
});

/** What the founding documents call the same things, all of it for the brand's own fields. */
const ownFields = {
  gender: text.optional(),
  fursonaName: text.optional(),
  furrsona_name: text.optional().openapi({ description: 'Another name for `fursonaName`.' }),
  customizationData: z
    .record(z.string().max(60), z.unknown())
    .optional()
    .openapi({ description: 'Fur, colours, style, personality, voice: fields of the brand.' }),
};

/** A training as the founding documents ask for one, and as the library does. */
export const startBody = z.strictObject({
  ...saidFields,
  modelName: name.describe('Another name for `name`.'),
  modelType: modelType.optional().openapi({ description: 'Default `flux`.' }),
  imageUrls: imageUrls.optional(),
  ...ownFields,
  trainingAssetIds: trainingAssetIds.optional(),
  autoDetectFromAssets: z.boolean().optional(),
  name,
  description,
  subjectKind: subjectKind.removeDefault().optional(),
  metadata: metadata.removeDefault().optional(),
  config: trainingConfigSchema.optional(),
  trainAnyway: trainAnyway.removeDefault().optional(),
});
type StartBody = z.output<typeof startBody>;

/** The same in the words of the library, but for the pictures. */
export function toTrainingWish(body: StartBody): Omit<StartTrainingOptions, 'trainingAssetIds'> {
  const fursonaName = body.fursonaName ?? body.furrsona_name;
  return {
    modelType: body.modelType,
    name: body.name ?? body.modelName ?? fursonaName,
    description: body.description,
    subjectKind: body.subjectKind ?? kindOf(body),
    config: body.config,
    trainAnyway: body.trainAnyway,
    autoDetectFromAssets: body.autoDetectFromAssets,
    metadata: {
      ...body.customizationData,
      ...(body.gender !== undefined && { gender: body.gender }),
      ...(fursonaName !== undefined && { fursonaName }),
      ...body.metadata,
    },
  };
}

/** Who names a gender shows a person, and who names a fursona a character. */
const kindOf = ({ gender, fursonaName, furrsona_name }: StartBody) =>
  fursonaName !== undefined || furrsona_name !== undefined
    ? 'character'
    : gender === undefined
      ? undefined
      : 'person';
