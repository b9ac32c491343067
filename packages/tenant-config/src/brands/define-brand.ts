import { z } from 'zod';
import { BrandConfigError } from '../errors/index.ts';
import {
  type BrandSettings,
  type BrandSettingsInput,
  brandSettingsSchema,
} from '../settings/brand-settings.ts';
import { plainText } from '../settings/schema-parts.ts';
import { deepFreeze } from '../shared/deep-freeze.ts';
import { describeIssues } from '../shared/describe-issues.ts';
import type { Json } from '../shared/json.ts';
import { type BrandId, brandIdSchema } from './brand-id.ts';

const visibilitySchema = z.enum(['brand', 'owner']);

/** Whether new pictures, models and outputs are seen by the whole brand or by their owner alone. */
export type Visibility = z.output<typeof visibilitySchema>;

const definitionSchema = z.strictObject({
  id: brandIdSchema,
  name: plainText(120),
  defaultVisibility: visibilitySchema.default('brand'),
  settings: brandSettingsSchema.prefault({}),
});

/** What a storefront's `brand.config.ts` declares. */
export interface BrandDefinitionInput {
  /** 2 to 63 lower-case letters, digits and hyphens; it never changes. */
  id: string;
  /** What people call the brand. */
  name: string;
  /** Who sees what is new. Default `brand`. */
  defaultVisibility?: Visibility;
  /** What differs from the defaults. */
  settings?: BrandSettingsInput;
}

/** A checked declaration, complete and frozen. */
export interface BrandDefinition {
  readonly id: BrandId;
  /** What people call the brand. */
  readonly name: string;
  /** Who sees what is new. */
  readonly defaultVisibility: Visibility;
  readonly settings: BrandSettings;
}

/** A row of the table `brands`, to insert. */
export interface BrandRow {
  id: string;
  name: string;
  default_visibility: Visibility;
  settings: { [key: string]: Json };
}

/** Declares a brand and checks it at once; throws {@link BrandConfigError}. */
export function defineBrand(definition: BrandDefinitionInput): BrandDefinition {
  const result = definitionSchema.safeParse(definition);
  if (result.success) return deepFreeze(result.data);
  const problems = describeIssues(result.error.issues, { input: definition, root: 'brand' });
  throw new BrandConfigError({ brandId: definition?.id ?? 'without an id', problems });
}

/** The row to insert for a brand. It holds every setting, so that a later default changes nothing for this brand. */
export function toBrandRow({ id, name, defaultVisibility, settings }: BrandDefinition): BrandRow {
  return { id, name, default_visibility: defaultVisibility, settings: JSON.parse(JSON.stringify(settings)) };
}
