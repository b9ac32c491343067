import { z } from 'zod';
import { MetadataError } from '../errors/index.ts';
import type { BrandSettings } from '../settings/brand-settings.ts';
import type { ChoiceField, MetadataField } from '../settings/metadata-fields.ts';
import { isUnique, uniqueRule } from '../settings/schema-parts.ts';
import { describeIssues } from '../shared/describe-issues.ts';

type Value = string | number | boolean | string[];

/** A job's values for the brand's own fields, by name. */
export type Metadata = Record<string, Value>;

/** The part of the settings that says which fields a job has. */
export type MetadataSettings = Pick<BrandSettings, 'metadata'>;

/** The schema of a job's metadata, for forms. */
export function toMetadataSchema({ metadata }: MetadataSettings): z.ZodType<Metadata> {
  const shape: Record<string, z.ZodType<Value | undefined>> = {};
  for (const field of metadata) {
    const schema = toValueSchema(field);
    shape[field.name] = field.required ? schema : schema.optional();
  }
  return z.strictObject(shape).transform(withoutUndefined);
}

/** Checks a job's metadata against the brand's own fields; throws {@link MetadataError}, which names each field. */
export function parseMetadata(settings: MetadataSettings, value: unknown): Metadata {
  const result = toMetadataSchema(settings).safeParse(value);
  if (result.success) return result.data;
  throw new MetadataError(describeIssues(result.error.issues, { input: value, root: 'metadata' }));
}

function toValueSchema(field: MetadataField): z.ZodType<Value> {
  switch (field.kind) {
    case 'text':
      return toTextSchema(field.maximumLength, field.required);
    case 'choice':
      return toChoiceSchema(field);
    case 'choices':
      return z
        .array(toChoiceSchema(field))
        .min(field.required ? 1 : 0)
        .refine(isUnique, uniqueRule);
    case 'colour':
      return z.string().regex(/^#[0-9a-f]{6}$/i, 'Use a colour such as "#d97706".');
    case 'number':
      return z
        .number()
        .min(field.minimum ?? -Number.MAX_VALUE)
        .max(field.maximum ?? Number.MAX_VALUE);
    case 'boolean':
      return z.boolean();
  }
}

function toTextSchema(maximumLength: number, required: boolean) {
  // A person may write several lines; other control characters could only hide or forge something.
  const text = z
    .string()
    .max(maximumLength)
    .regex(/^(?:\P{Cc}|\n)*$/u, 'Use text without control characters.');
  return required ? text.regex(/\S/, 'Write something.') : text;
}

const toChoiceSchema = ({ choices }: ChoiceField) => z.enum(choices.map(({ value }) => value));

/** A form has `undefined` where JSON has nothing. */
function withoutUndefined(metadata: Record<string, Value | undefined>): Metadata {
  return Object.fromEntries(
    Object.entries(metadata).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
