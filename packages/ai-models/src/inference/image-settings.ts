import { z } from 'zod';
import { InputError } from '../errors/index.ts';
import { aspectRatios, type ImageSettings } from '../providers/image-provider.ts';
import type { ProviderId } from '../providers/run.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { ModelType } from '../training/model-type.ts';
import { knowsNegativePrompt, negativePromptRule } from './prompt-builder.ts';

/** What a person may say about pictures; what they leave out is filled in. In JSON, vendors' names such as `num_outputs` do too. */
export interface ImageSettingsInput {
  /** How many pictures. Default 1, at most 8. */
  readonly imageCount?: number | undefined;
  /** Another name for `imageCount`; say one of the two. */
  readonly numImages?: number | undefined;
  /** Width to height. Default `1:1`. */
  readonly aspectRatio?: ImageSettings['aspectRatio'] | undefined;
  /** Default `png`. */
  readonly outputFormat?: ImageSettings['outputFormat'] | undefined;
  /** 0 to 100, not for png. Default 90. */
  readonly outputQuality?: number | undefined;
  /** How closely to follow the prompt. Default 3.5 for flux, 7 for sdxl, 7.5 for sd15. */
  readonly guidance?: number | undefined;
  /** Another name for `guidance`. */
  readonly guidanceScale?: number | undefined;
  /** More take longer. Default 28. */
  readonly inferenceSteps?: number | undefined;
  /** Another name for `inferenceSteps`. */
  readonly numInferenceSteps?: number | undefined;
  /** Of the whole request: the same seed, settings and number give the same pictures. Default: drawn. */
  readonly seed?: number | undefined;
  /** Default `1`; `0.25` for sd15. */
  readonly megapixels?: ImageSettings['megapixels'] | undefined;
  /** Faster, but not repeatable by its seed; only flux on Replicate. Default `false`. */
  readonly fast?: boolean | undefined;
  /** What is not to be seen; not for flux. */
  readonly negativePrompt?: string | undefined;
  /** Strength of the model, −1 to 3. Default 1. */
  readonly loraScale?: number | undefined;
  /** Another name for `loraScale`. */
  readonly scale?: number | undefined;
  /** Strength of the second model. Default 1. */
  readonly secondLoraScale?: number | undefined;
  /** Another name for `secondLoraScale`. */
  readonly extraLoraScale?: number | undefined;
}

/** Who paints what: bounds and defaults depend on both. */
interface ImageTarget {
  /** The base model. */
  readonly modelType: ModelType;
  /** Who paints with it. */
  readonly provider: ProviderId;
}

/** A person's wish, taken apart. */
export interface ImageWish {
  /** How they are made, complete. */
  readonly settings: ImageSettings;
  /** How many pictures, 1 to 8. */
  readonly imageCount: number;
  /** Strength of the main and of the second model. */
  readonly scales: readonly [main: number, second: number];
}

/** Other names that the founding documents and providers have for the same. */
const aliases: Readonly<Record<string, keyof ImageSettingsInput>> = {
  numImages: 'imageCount',
  num_images: 'imageCount',
  num_outputs: 'imageCount',
  aspect_ratio: 'aspectRatio',
  output_format: 'outputFormat',
  output_quality: 'outputQuality',
  guidanceScale: 'guidance',
  guidance_scale: 'guidance',
  numInferenceSteps: 'inferenceSteps',
  num_inference_steps: 'inferenceSteps',
  goFast: 'fast',
  go_fast: 'fast',
  negative_prompt: 'negativePrompt',
  scale: 'loraScale',
  lora_scale: 'loraScale',
  extraLoraScale: 'secondLoraScale',
  extra_lora_scale: 'secondLoraScale',
};

/** What depends on the base model. */
const baseModels = {
  flux: { guidance: 3.5, maximumGuidance: 10, maximumSteps: 50, megapixels: '1' },
  // Steered by a second pass, which takes more than the distilled one.
  sdxl: { guidance: 7, maximumGuidance: 20, maximumSteps: 100, megapixels: '1' },
  // Made for 512 by 512.
  sd15: { guidance: 7.5, maximumGuidance: 20, maximumSteps: 100, megapixels: '0.25' },
} as const satisfies Record<ModelType, object>;

const subject = 'The image settings';
const maximumImages = 8;

/** Who paints what, and how what is left open is drawn. */
export interface ParseImageSettingsOptions extends ImageTarget {
  /** 0 to 1, like `Math.random`: draws the seed. */
  random: () => number;
}

/** Checks what a person said about pictures and fills in the rest. @throws InputError, which names every field */
export function parseImageSettings(input: unknown, options: ParseImageSettingsOptions): ImageWish {
  const { random, ...target } = options;
  const given = parseInput(toSchema(target), withoutAliases(input ?? {}), { subject });
  const { imageCount, loraScale, secondLoraScale, seed, negativePrompt, ...settings } = given;
  return {
    settings: {
      ...settings,
      seed: seed ?? Math.floor(random() * 2 ** 31),
      ...(negativePrompt && { negativePrompt }),
    },
    imageCount,
    scales: [loraScale, secondLoraScale],
  };
}

/** What a generation's row holds of a wish; its count has a column of its own. */
export const toStoredSettings = ({ settings, scales: [loraScale, secondLoraScale] }: ImageWish) => ({
  ...settings,
  loraScale,
  secondLoraScale,
});

/** Who paints what, and for which row. */
export interface ParseStoredSettingsOptions extends ImageTarget {
  /** Where the row has no seed, its id gives one, the same at every look. */
  generationId: string;
}

/** What a row holds, complete: it may have been written without this library. @throws InputError */
export const parseStoredSettings = (
  stored: unknown,
  { generationId, ...target }: ParseStoredSettingsOptions,
): ImageWish => parseImageSettings(stored, { ...target, random: () => shareOf(generationId) });

/** 0 to 1, from the last eight of a uuid's digits, which are random. */
const shareOf = (uuid: string): number => (Number.parseInt(uuid.slice(-8), 16) || 0) / 2 ** 32;

function toSchema({ modelType, provider }: ImageTarget) {
  const base = baseModels[modelType];
  return z.strictObject({
    imageCount: wholeNumber(1, maximumImages).default(1),
    aspectRatio: z.enum(aspectRatios).default('1:1'),
    outputFormat: z
      .preprocess((format) => (format === 'jpeg' ? 'jpg' : format), z.enum(['png', 'jpg', 'webp']))
      .default('png'),
    outputQuality: wholeNumber(0, 100).default(90),
    guidance: number(0, base.maximumGuidance).default(base.guidance),
    inferenceSteps: wholeNumber(1, base.maximumSteps).default(28),
    seed: wholeNumber(0, 2 ** 31 - 1).nullish(),
    megapixels: z
      .preprocess((size) => (typeof size === 'number' ? String(size) : size), z.enum(['1', '0.25']))
      .default(base.megapixels),
    fast: fastSchema(modelType === 'flux' && provider === 'replicate'),
    negativePrompt: negativeSchema(modelType),
    loraScale: number(-1, 3).default(1),
    secondLoraScale: number(-1, 3).default(1),
  });
}

const fastSchema = (isKnown: boolean) =>
  z
    .boolean()
    .refine((fast) => isKnown || !fast, 'Leave it out: only flux on Replicate has a faster way.')
    .default(false);

const negativeSchema = (modelType: ModelType) =>
  z
    .string()
    .max(4000)
    .trim()
    .refine((text) => text === '' || knowsNegativePrompt(modelType), negativePromptRule)
    .nullish();

function wholeNumber(minimum: number, maximum: number) {
  const rule = `Use a whole number from ${minimum} to ${maximum}.`;
  return z.int(rule).min(minimum, rule).max(maximum, rule);
}

function number(minimum: number, maximum: number) {
  const rule = `Use a number from ${minimum} to ${maximum}.`;
  return z.number(rule).min(minimum, rule).max(maximum, rule);
}

function withoutAliases(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const named = new Map<string, unknown>();
  for (const [name, value] of Object.entries(input)) {
    const meant = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
    if (value === undefined) continue;
    if (named.has(meant)) throw saidTwice(meant);
    named.set(meant, value);
  }
  return Object.fromEntries(named);
}

/** What stands among settings of pictures and is none, under whatever name. */
export const misspelledIn = (settings: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(settings).filter(([name]) => !settingNames.has(name) && !Object.hasOwn(aliases, name)),
  );

const settingNames = new Set(Object.keys(toSchema({ modelType: 'flux', provider: 'replicate' }).shape));

const saidTwice = (name: string) =>
  new InputError({
    subject,
    problems: [{ path: name, message: 'is there twice, under different names', fix: 'Say it once.' }],
  });
