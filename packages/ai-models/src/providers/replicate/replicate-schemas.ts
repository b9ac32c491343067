import { z } from 'zod';
import { secondsSchema } from '../vendor-figures.ts';

// What Replicate answers, as far as it is used. Everything may be missing: fields come and go with versions.

/** It becomes part of an address. */
const idSchema = z.string().regex(/^[\w-]{1,100}$/);
/** An explanation; anything but text is one as JSON. */
const errorSchema = z
  .unknown()
  .optional()
  .transform((error) => {
    if (error === null || error === undefined) return null;
    return typeof error === 'string' ? error : JSON.stringify(error);
  });
const metricsSchema = z.object({ predict_time: secondsSchema }).nullish().catch(null);

export const trainingSchema = z.object({
  id: idSchema,
  status: z.string(),
  /** Not ours alone: somebody's own training on the same account may look different. */
  input: z.object({ input_images: z.string().nullish() }).nullish().catch(null),
  output: z.object({ version: z.string().nullish(), weights: z.string().nullish() }).nullish().catch(null),
  error: errorSchema,
  logs: z.string().nullish().catch(null),
  metrics: metricsSchema,
  created_at: z.string().nullish(),
  data_removed: z.boolean().nullish().catch(null),
});
export type ReplicateTraining = z.output<typeof trainingSchema>;

export const predictionSchema = z.object({
  id: idSchema,
  status: z.string(),
  /** Of an official model, the word `hidden`. */
  version: z.string().nullish().catch(null),
  input: z
    .object({
      prompt: z.string().nullish(),
      seed: z.number().nullish(),
      lora_weights: z.string().nullish(),
      extra_lora: z.string().nullish(),
      num_outputs: z.number().nullish(),
    })
    .nullish()
    .catch(null),
  /** A list of addresses, one address, or a text; null once it was removed. */
  output: z
    .union([z.array(z.string()), z.string().transform((text) => [text])])
    .nullish()
    .catch(null),
  error: errorSchema,
  logs: z.string().nullish().catch(null),
  metrics: metricsSchema,
  created_at: z.string().nullish(),
  completed_at: z.string().nullish(),
  /** When it is ended if it has not by itself. */
  deadline: z.string().nullish().catch(null),
  data_removed: z.boolean().nullish().catch(null),
});
export type ReplicatePrediction = z.output<typeof predictionSchema>;

/** Something that was handed over; the ids of some end like file names. */
export const fileSchema = z.object({
  id: z.string().regex(/^[\w-][\w.-]{0,300}$/),
  name: z.string().nullish().catch(null),
  metadata: z.object({ run_key: z.string().nullish() }).nullish().catch(null),
  urls: z.object({ get: z.string().nullish() }).nullish().catch(null),
});
export type ReplicateFile = z.output<typeof fileSchema>;

/** Newest first. */
export const pageOf = <T>(item: z.ZodType<T>) =>
  z.object({ next: z.string().nullish(), results: z.array(item) });

export const accountSchema = z.object({ username: z.string().min(1) });

export const modelSchema = z.object({
  visibility: z.string().nullish(),
  latest_version: z.object({ id: idSchema }).nullish().catch(null),
});

export const versionSchema = z.object({ id: idSchema });

export const webhookSecretSchema = z.object({ key: z.string().min(1) });

/** A refusal: flat, or with a list of errors; not every field at every time. */
export const refusalSchema = z.object({
  title: z.string().nullish().catch(null),
  detail: z.string().nullish().catch(null),
  retry_after: z.number().nullish().catch(null),
  invalid_fields: z
    .array(z.object({ type: z.string().nullish(), field: z.string().nullish() }))
    .nullish()
    .catch(null),
  errors: z
    .array(z.object({ detail: z.string().nullish() }))
    .nullish()
    .catch(null),
});
