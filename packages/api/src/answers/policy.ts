import { type BrandSettings, languages, type SubjectKind } from '@act/tenant-config';
import { z } from '@hono/zod-openapi';

const counts = z.strictObject({
  minimumImages: z.number(),
  recommendedImages: z.number(),
  maximumImages: z.number(),
});
const quietHours = z.strictObject({
  from: z.string().max(5),
  to: z.string().max(5),
  timeZone: z.string().max(64),
});

const autoRetrain = z.strictObject({
  enabled: z.boolean(),
  newImages: z.number(),
  minimumHoursBetween: z.number(),
  quietHours: quietHours.nullable(),
  monthlyBudgetUsd: z.number().nullable(),
});
const budget = z.strictObject({ monthlyUsd: z.number().nullable(), warnAtShare: z.number() });
const retention = z.strictObject({ generationDays: z.number().nullable(), deletedDays: z.number() });

const each = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ style: value, character: value, product: value, person: value });

/** What a brand allows, and whether the caller may change it. */
export const policySchema = z
  .object({
    subjects: each(counts).openapi({ description: 'How many pictures a training takes, by what they show.' }),
    autoRetrain: autoRetrain.openapi({ description: 'Training again by itself as pictures come in.' }),
    budget: budget.openapi({
      description: 'What a month may cost, and from which share of it on people are warned.',
    }),
    retention: retention.openapi({ description: 'Days; null: they are kept.' }),
    language: z.enum(languages),
    operator: z
      .object({
        maximumRunningJobs: z.number(),
        maximumJobsPerDay: z.number(),
        maximumPicturesPerDay: z.number(),
        maximumAssets: z.number(),
        modelTypes: z.array(z.string()).readonly(),
      })
      .openapi({ description: 'What only the operator changes.' }),
    mayChange: z.boolean(),
  })
  .openapi('Policy');

/** What an admin may send: whatever is left out stays. */
export const policyChanges = {
  subjects: each(counts).partial().optional(),
  autoRetrain: autoRetrain.partial().optional(),
  budget: budget.partial().optional(),
  retention: retention.partial().optional(),
  language: z.enum(languages).optional(),
};

export function toPolicy(settings: BrandSettings, mayChange: boolean): z.input<typeof policySchema> {
  const { training, generation, uploads, budget, retention, language } = settings;
  const countsOf = (kind: SubjectKind) => {
    const { minimumImages, recommendedImages, maximumImages } = training.subjects[kind];
    return { minimumImages, recommendedImages, maximumImages };
  };
  return {
    subjects: {
      style: countsOf('style'),
      character: countsOf('character'),
      product: countsOf('product'),
      person: countsOf('person'),
    },
    autoRetrain: { ...training.autoRetrain },
    budget: { ...budget },
    retention: { ...retention },
    language,
    operator: {
      maximumRunningJobs: training.maximumRunningJobs,
      maximumJobsPerDay: training.maximumJobsPerDay,
      maximumPicturesPerDay: generation.maximumPerDay,
      maximumAssets: uploads.maximumAssets,
      modelTypes: training.allowedModelTypes,
    },
    mayChange,
  };
}
