import { z } from 'zod';
import { BrandConfigError } from '../errors/index.ts';
import { deepFreeze } from '../shared/deep-freeze.ts';
import { describeIssues } from '../shared/describe-issues.ts';
import type { WithDefaults } from '../shared/with-defaults.ts';
import {
  type FeatureSettings,
  featureSettingsSchema,
  type SignUpSettings,
  signUpSettingsSchema,
} from './access-settings.ts';
import { hostsSchema } from './host-name.ts';
import {
  type BudgetSettings,
  budgetSettingsSchema,
  type CaptionSettings,
  captionSettingsSchema,
  type GenerationSettings,
  generationSettingsSchema,
  type RetentionSettings,
  retentionSettingsSchema,
  type UploadSettings,
  uploadSettingsSchema,
} from './limit-settings.ts';
import { type MetadataField, type MetadataFieldInput, metadataFieldsSchema } from './metadata-fields.ts';
import { type ThemeSettings, themeSettingsSchema } from './theme-settings.ts';
import { type TrainingSettings, trainingSettingsSchema } from './training-settings.ts';
import { type Language, languages } from './vocabulary.ts';
import { type WordsSettings, wordsSettingsSchema } from './words-settings.ts';

/** A brand's settings, complete. */
export interface BrandSettings {
  /** What may be trained, with how many pictures, how often. */
  readonly training: TrainingSettings;
  /** How much may be generated. */
  readonly generation: GenerationSettings;
  /** How much a model may describe. */
  readonly captions: CaptionSettings;
  /** How much may be uploaded. */
  readonly uploads: UploadSettings;
  /** What it may cost. */
  readonly budget: BudgetSettings;
  /** How long things are kept. */
  readonly retention: RetentionSettings;
  /** Who may join without an invitation. */
  readonly signUp: SignUpSettings;
  /** Parts of the product that the brand has. */
  readonly features: FeatureSettings;
  /** The brand's own fields of a job. Default: none. */
  readonly metadata: readonly MetadataField[];
  /** What the brand changes of the look. */
  readonly theme: ThemeSettings;
  /** Messages that the brand words differently. Default: none. */
  readonly words: WordsSettings;
  /** The language of somebody who has chosen none. Default `en`. */
  readonly language: Language;
  /** The hosts on which this brand is the one that is meant, in lower case. Default: none. */
  readonly hosts: readonly string[];
  /** Where the brand's data lies. Default `null`: in the only place there is. */
  readonly region: string | null;
}

/** A brand's settings as they are written: whatever has a default may be left out. */
export type BrandSettingsInput = WithDefaults<Omit<BrandSettings, 'metadata'>> & {
  /** The brand's own fields of a job. Default: none. */
  readonly metadata?: readonly MetadataFieldInput[] | undefined;
};

/**
 * What `brands.settings` may hold; `{}` is valid. The database reads `training`, `generation`, `captions`, `uploads`,
 * `budget`, `retention`, `features` and `signUp` by itself, so their paths, types and defaults stay as they are.
 */
export const brandSettingsSchema: z.ZodType<BrandSettings, BrandSettingsInput> = z.strictObject({
  training: trainingSettingsSchema.prefault({}),
  generation: generationSettingsSchema.prefault({}),
  captions: captionSettingsSchema.prefault({}),
  uploads: uploadSettingsSchema.prefault({}),
  budget: budgetSettingsSchema.prefault({}),
  retention: retentionSettingsSchema.prefault({}),
  signUp: signUpSettingsSchema.prefault({}),
  features: featureSettingsSchema.prefault({}),
  metadata: metadataFieldsSchema,
  theme: themeSettingsSchema.prefault({}),
  words: wordsSettingsSchema.prefault({}),
  language: z.enum(languages).default('en'),
  hosts: hostsSchema,
  region: z
    .string()
    .max(40)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use the name of a region, such as "eu-west-1", or null.')
    .nullable()
    .default(null),
});

export interface ParseBrandSettingsOptions {
  /** Whose settings they are; the error names it. */
  brandId: string;
}

/** Checks what `brands.settings` holds and fills in the defaults, frozen; throws {@link BrandConfigError}. */
export function parseBrandSettings(value: unknown, { brandId }: ParseBrandSettingsOptions): BrandSettings {
  const result = brandSettingsSchema.safeParse(value);
  if (result.success) return deepFreeze(result.data);
  const problems = describeIssues(result.error.issues, { input: value, root: 'settings' });
  throw new BrandConfigError({ brandId, problems });
}
