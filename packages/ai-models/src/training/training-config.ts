import { z } from 'zod';
import { ConfigError } from '../errors/index.ts';
import type { ProviderId } from '../providers/run.ts';
import { parseInput } from '../shared/parse-input.ts';
import { type ModelType, modelTypes } from './model-type.ts';
import {
  maximumResolutions,
  prodigyLearningRate,
  type Range,
  resolutionStep,
  type TrainingBounds,
  trainingBounds,
} from './training-bounds.ts';
import { type PresetName, presetNames, trainingDefaults, trainingPresets } from './training-presets.ts';
import { triggerWordSchema } from './trigger-word.ts';

/** What a training does, complete and within the bounds of its base model and trainer. */
export interface TrainingConfig {
  /** How often it learns from a batch of pictures. */
  readonly steps: number;
  /** How much it learns at each step. */
  readonly learningRate: number;
  /** Pictures in each step. */
  readonly batchSize: number;
  /** The size of the LoRA: a higher one learns more detail, and more of what nobody meant. */
  readonly loraRank: number;
  /** Side lengths in pixels, comma separated, such as `512,768,1024`. */
  readonly resolution: string;
  /** Such as `adamw8bit`; which there are depends on the trainer. */
  readonly optimizer: string;
  /** Whether captions that nobody wrote are written by a model, where the trainer does that. */
  readonly autocaption: boolean;
  /** The share of steps that learn without a caption, 0 to 1. */
  readonly captionDropout: number;
  /** Only where the trainer knows repeats. */
  readonly numRepeats: number;
  /** The same seed, pictures and fields train nearly the same; null: drawn by the trainer. */
  readonly seed: number | null;
}

type GivenFields = { readonly [Name in keyof TrainingConfig]?: TrainingConfig[Name] | undefined };

/** What a person may say about a training; what they leave out is filled in. */
export interface TrainingConfigInput extends GivenFields {
  /** Changes the defaults; single fields win over it. Default `standard`. */
  readonly preset?: PresetName | undefined;
  /** The word that brings the subject into a prompt. Left out, or `[brand]`: one is made. */
  readonly triggerWord?: string | null | undefined;
}

/** Who trains what: bounds and defaults depend on both. */
export interface TrainingTarget {
  /** What is trained. */
  readonly modelType: ModelType;
  /** Who trains it. */
  readonly provider: ProviderId;
}

/** A person's wish, taken apart. */
export interface TrainingWish {
  /** Complete: what the job's row holds. */
  readonly config: TrainingConfig;
  /** Null: make one. */
  readonly triggerWord: string | null;
  /** What a person should know, as sentences: a field that this trainer has no use for. */
  readonly notes: readonly string[];
}

const defaults: Readonly<Record<ModelType, TrainingConfig>> = trainingDefaults;
const presets: Readonly<Record<ModelType, Record<PresetName, Partial<TrainingConfig>>>> = trainingPresets;
const subject = 'The training config';
const fieldNames = [
  'steps',
  'learningRate',
  'batchSize',
  'loraRank',
  'resolution',
  'optimizer',
  'autocaption',
  'captionDropout',
  'numRepeats',
  'seed',
] as const satisfies readonly (keyof TrainingConfig)[];

/** What a row holds, whatever bounds were in force when it was written; null where something is missing. */
export const readTrainingConfig = (stored: unknown): TrainingConfig | null =>
  storedSchema.safeParse(stored).data ?? null;

const storedSchema = z.object({
  steps: z.number(),
  learningRate: z.number(),
  batchSize: z.number(),
  loraRank: z.number(),
  resolution: z.string(),
  optimizer: z.string(),
  autocaption: z.boolean(),
  captionDropout: z.number(),
  numRepeats: z.number(),
  seed: z.number().nullable(),
});

/** Checks what a person said about a training and fills in the rest. @throws ConfigError, which names every field */
export function parseTrainingWish(input: unknown, target: TrainingTarget): TrainingWish {
  const { modelType, provider } = target;
  const bounds = boundsFor(target);
  const wish = input ?? {};
  const schema = toSchema(bounds, usesProdigy(wish));
  const { preset, triggerWord, ...given } = parseInput(schema, wish, { subject, code: 'config_invalid' });
  const base = { ...defaults[modelType], ...presets[modelType][preset] };
  if (given.optimizer === 'prodigy') base.learningRate = prodigyLearningRate.usual;
  const chosen = fieldNames.filter((name) => given[name] !== undefined);
  return {
    config: fillIn(given, base),
    triggerWord,
    notes: bounds.ignored
      .filter((name) => chosen.includes(name) && given[name] !== defaults[modelType][name])
      .map((name) => `${name} has no effect: ${provider} does not know it.`),
  };
}

const fillIn = (given: GivenFields, base: TrainingConfig): TrainingConfig => ({
  steps: given.steps ?? base.steps,
  learningRate: given.learningRate ?? base.learningRate,
  batchSize: given.batchSize ?? base.batchSize,
  loraRank: given.loraRank ?? base.loraRank,
  resolution: given.resolution ?? base.resolution,
  optimizer: given.optimizer ?? base.optimizer,
  autocaption: given.autocaption ?? base.autocaption,
  captionDropout: given.captionDropout ?? base.captionDropout,
  numRepeats: given.numRepeats ?? base.numRepeats,
  seed: given.seed ?? base.seed,
});

/** Looked up before all else, because it decides what a rate may be. */
const usesProdigy = (wish: unknown) =>
  typeof wish === 'object' && wish !== null && 'optimizer' in wish && wish.optimizer === 'prodigy';

/** What the trainer takes for this base model. @throws ConfigError */
export function boundsFor({ modelType, provider }: TrainingTarget): TrainingBounds {
  const bounds = trainingBounds[modelType][provider];
  if (bounds) return bounds;
  const able = modelTypes.filter((type) => trainingBounds[type][provider]);
  throw new ConfigError({
    subject,
    problems: [
      {
        path: 'modelType',
        message: `is "${modelType}"`,
        fix: `Use ${able.join(' or ')}: ${provider} trains nothing else.`,
      },
    ],
  });
}

/** The fields that exist, and no other: a trainer knows more, such as publishing what it made. */
const toSchema = (bounds: TrainingBounds, isProdigy: boolean) =>
  z.strictObject({
    preset: z.enum(presetNames).default('standard'),
    triggerWord: triggerWordSchema,
    steps: wholeNumber(bounds.steps).optional(),
    learningRate: number(isProdigy ? prodigyLearningRate : bounds.learningRate).optional(),
    batchSize: wholeNumber(bounds.batchSize).optional(),
    loraRank: wholeNumber(bounds.loraRank).optional(),
    resolution: resolution(bounds.resolution).optional(),
    optimizer: z.enum(bounds.optimizers).optional(),
    autocaption: z.boolean().optional(),
    captionDropout: number({ minimum: 0, maximum: 1 }).optional(),
    numRepeats: wholeNumber(bounds.numRepeats).optional(),
    seed: wholeNumber({ minimum: 0, maximum: 2 ** 31 - 1 }).nullish(),
  });

const between = ({ minimum, maximum }: Range) => `from ${minimum} to ${maximum}`;

function wholeNumber(range: Range) {
  const rule = `Use a whole number ${between(range)}.`;
  return z.int(rule).min(range.minimum, rule).max(range.maximum, rule);
}

function number(range: Range) {
  const rule = `Use a number ${between(range)}.`;
  return z.number(rule).min(range.minimum, rule).max(range.maximum, rule);
}

function resolution({ minimum, maximum }: Range) {
  const rule =
    `Use up to ${maximumResolutions} side lengths, such as "512,768": ` +
    `multiples of ${resolutionStep} from ${minimum} to ${maximum}.`;
  const isSide = (side: number) => side >= minimum && side <= maximum && side % resolutionStep === 0;
  return z
    .string(rule)
    .regex(/^ *\d{2,4} *(?:, *\d{2,4} *){0,9}$/, rule)
    .transform((text) => [...new Set(text.split(',').map(Number))].sort((one, other) => one - other))
    .refine((sides) => sides.length <= maximumResolutions && sides.every(isSide), rule)
    .transform((sides) => sides.join(','));
}
