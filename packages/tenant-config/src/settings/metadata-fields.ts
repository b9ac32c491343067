import { z } from 'zod';
import { isUnique, plainText, uniqueRule } from './schema-parts.ts';
import type { LocalizedText } from './vocabulary.ts';

interface FieldBase<Kind extends string> {
  readonly kind: Kind;
  /** The key in a job's metadata, in camelCase. */
  readonly name: string;
  /** What a form calls it. */
  readonly label: LocalizedText;
  /** A job without it is refused. Default `false`. */
  readonly required: boolean;
}

/** A text that a person writes. */
interface TextField extends FieldBase<'text'> {
  /** The longest text, in characters. Default 200, at most 2000. */
  readonly maximumLength: number;
}

/** One of several values, or some of them. */
export interface ChoiceField extends FieldBase<'choice' | 'choices'> {
  /** What can be chosen: what is stored, and what a form shows. */
  readonly choices: readonly { readonly value: string; readonly label: LocalizedText }[];
}

/** A number. */
interface NumberField extends FieldBase<'number'> {
  /** The smallest number. Left out: no limit. */
  readonly minimum?: number | undefined;
  /** The largest number. Left out: no limit. */
  readonly maximum?: number | undefined;
}

/** One of the brand's own fields of a job. */
export type MetadataField = TextField | ChoiceField | NumberField | FieldBase<'colour' | 'boolean'>;

type Defaulted = 'required' | 'maximumLength';
type ToInput<Field> = Field extends unknown
  ? Omit<Field, Defaulted> & { readonly [Key in keyof Field & Defaulted]?: Field[Key] | undefined }
  : never;

/** A field as it is written: whatever has a default may be left out. */
export type MetadataFieldInput = ToInput<MetadataField>;

const labelSchema = z.strictObject({ en: plainText(120), ru: plainText(120) });

const common = {
  name: z
    .string()
    .max(40)
    .regex(/^[a-z][a-zA-Z0-9]*$/, 'Use a name in camelCase, such as "furType".')
    .refine((name) => !(name in {}), 'Use another name: JavaScript gives this one to every object.'),
  label: labelSchema,
  required: z.boolean().default(false),
};

const choicesSchema = z
  .array(
    z.strictObject({
      value: z
        .string()
        .max(60)
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'Use letters, digits, "-" and "_", such as "short-hair".'),
      label: labelSchema,
    }),
  )
  .min(1)
  .max(100)
  .refine((choices) => isUnique(choices.map(({ value }) => value)), uniqueRule);

const bound = z.number().min(-1_000_000_000).max(1_000_000_000).optional();

const fieldSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    ...common,
    maximumLength: z.int().min(1).max(2000).default(200),
  }),
  z.strictObject({ kind: z.enum(['choice', 'choices']), ...common, choices: choicesSchema }),
  z
    .strictObject({ kind: z.literal('number'), ...common, minimum: bound, maximum: bound })
    .refine(({ minimum = -Infinity, maximum = Infinity }) => minimum <= maximum, {
      error: 'Let minimum be at most maximum.',
      params: { problem: 'contradicts itself' },
    }),
  z.strictObject({ kind: z.enum(['colour', 'boolean']), ...common }),
]);

export const metadataFieldsSchema = z
  .array(fieldSchema)
  .max(30)
  .refine((fields) => isUnique(fields.map(({ name }) => name)), {
    error: 'Give each field a name of its own.',
    params: { problem: 'has two fields of one name' },
  })
  .default(() => []);
