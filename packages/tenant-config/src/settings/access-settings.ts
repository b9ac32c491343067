import { z } from 'zod';

/** Who may join without an invitation. */
export interface SignUpSettings {
  /** Anybody may. Default `false`. */
  readonly open: boolean;
  /** As what they join. Default `member`. */
  readonly role: 'member' | 'viewer';
}

/** Parts of the product that the brand has. */
export interface FeatureSettings {
  /** Brand documents. Default `true`. */
  readonly documents: boolean;
  /** A second LoRA in one picture. Default `true`. */
  readonly secondLora: boolean;
  /** Captions written by a model. Default `true`. */
  readonly autoCaption: boolean;
  /** Sharing what is private with the brand. Default `false`. */
  readonly sharing: boolean;
}

export const signUpSettingsSchema = z.strictObject({
  open: z.boolean().default(false),
  role: z.enum(['member', 'viewer']).default('member'),
});

export const featureSettingsSchema = z.strictObject({
  documents: z.boolean().default(true),
  secondLora: z.boolean().default(true),
  autoCaption: z.boolean().default(true),
  sharing: z.boolean().default(false),
});
