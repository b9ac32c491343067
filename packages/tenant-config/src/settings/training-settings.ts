import { z } from 'zod';
import { type AutoRetrainSettings, autoRetrainSchema } from './auto-retrain-settings.ts';
import { isUnique, uniqueRule, wholeNumber } from './schema-parts.ts';
import { type ImageType, imageTypes, type ModelType, modelTypes, type SubjectKind } from './vocabulary.ts';

/** Rules for the pictures of one kind of subject. */
export interface SubjectSettings {
  /** Fewer pictures do not train. Default: style 10, character 4, product 4, person 5. */
  readonly minimumImages: number;
  /** How many a person is advised to bring. Default: style 20, character 12, product 20, person 12. */
  readonly recommendedImages: number;
  /** More pictures do not train. Default: style 100, character 30, product 50, person 30. */
  readonly maximumImages: number;
  /** The largest picture, in bytes. Default 10485760, at most 20971520. */
  readonly maximumFileBytes: number;
  /** Which pictures may be uploaded. Default: all. */
  readonly fileTypes: readonly ImageType[];
}

/** What may be trained, with how many pictures, how often. */
export interface TrainingSettings {
  /** Rules for the pictures, by what they show. */
  readonly subjects: Readonly<Record<SubjectKind, SubjectSettings>>;
  /** How many jobs may run at once; 0 pauses training. Default 3. */
  readonly maximumRunningJobs: number;
  /** How many jobs may start within a day. Default 20. */
  readonly maximumJobsPerDay: number;
  /** From how many pictures on a training may choose them by itself. Default 20. */
  readonly autoDetectThreshold: number;
  /** Which base models may be trained. Default: all. */
  readonly allowedModelTypes: readonly ModelType[];
  /** Training again by itself as pictures come in. */
  readonly autoRetrain: AutoRetrainSettings;
}

type ImageCounts = Pick<SubjectSettings, 'minimumImages' | 'recommendedImages' | 'maximumImages'>;

/** The storage bucket takes no larger file, whatever a brand would like. */
const largestFileBytes = 20 * 1024 * 1024;

const isInOrder = ({ minimumImages, recommendedImages, maximumImages }: ImageCounts) =>
  minimumImages <= recommendedImages && recommendedImages <= maximumImages;

const imageCount = (value: number) => wholeNumber({ minimum: 1, maximum: 1000, default: value });

const subjectSchema = ({ minimumImages, recommendedImages, maximumImages }: ImageCounts) =>
  z
    .strictObject({
      minimumImages: imageCount(minimumImages),
      recommendedImages: imageCount(recommendedImages),
      maximumImages: imageCount(maximumImages),
      maximumFileBytes: wholeNumber({ minimum: 1024, maximum: largestFileBytes, default: 10 * 1024 * 1024 }),
      fileTypes: z
        .array(z.enum(imageTypes))
        .min(1)
        .refine(isUnique, uniqueRule)
        .default(() => [...imageTypes]),
    })
    .refine(isInOrder, {
      error:
        'Let minimumImages, recommendedImages and maximumImages grow in this order; ' +
        `those that you leave out are ${minimumImages}, ${recommendedImages} and ${maximumImages}.`,
      params: { problem: 'contradicts itself' },
    })
    .prefault({});

export const trainingSettingsSchema = z.strictObject({
  subjects: z
    .strictObject({
      style: subjectSchema({ minimumImages: 10, recommendedImages: 20, maximumImages: 100 }),
      character: subjectSchema({ minimumImages: 4, recommendedImages: 12, maximumImages: 30 }),
      product: subjectSchema({ minimumImages: 4, recommendedImages: 20, maximumImages: 50 }),
      person: subjectSchema({ minimumImages: 5, recommendedImages: 12, maximumImages: 30 }),
    })
    .prefault({}),
  maximumRunningJobs: wholeNumber({ minimum: 0, maximum: 100, default: 3 }),
  maximumJobsPerDay: wholeNumber({ minimum: 0, maximum: 10_000, default: 20 }),
  autoDetectThreshold: wholeNumber({ minimum: 1, maximum: 1000, default: 20 }),
  allowedModelTypes: z
    .array(z.enum(modelTypes))
    .min(1)
    .refine(isUnique, uniqueRule)
    .default(() => [...modelTypes]),
  autoRetrain: autoRetrainSchema.prefault({}),
});
