import { z } from 'zod';

/*
 * What our image for RunPod takes as `input`, says while it runs and gives as `output`. The image, the library's adapter
 * and the simulator's stand-in all keep to this. RunPod echoes `input` to webhooks: nothing in it but signed addresses
 * that live as long as the run.
 *
 * How a run goes: it claims the lock, downloads, works, uploads, answers. A run that does not get the lock ends at once
 * as COMPLETED, with `superseded_by`. A run that cannot go on ends as FAILED in one of the two forms of RunPod's SDK:
 *
 * - input that is not as below: the handler returns `{ error }`, and `error` is a plain sentence;
 * - anything later: the handler raises, and `error` is the SDK's JSON text (`raisedErrorSchema`), whose `error_type` names
 *   one of `workerErrors`.
 *
 * Uploads are a PUT of the bare bytes each: the lock as `application/json`, every file as `application/octet-stream`,
 * whatever it holds, because nobody has looked at it yet.
 */

const url = z.url({ protocol: /^https?$/ });
const modelType = z.enum(['flux', 'sdxl', 'sd15']);

const delivery = {
  /** Names the work and its attempt in the library, such as `training-<uuid>-1`. */
  run_key: z.string().min(1).max(200),
  /**
   * Takes one upload and refuses a second with 400 or 409 (a Supabase signed upload address without upsert). The run
   * puts a `lockSchema` here before it costs anything.
   */
  lock_url: url,
  /**
   * Reads what lies at `lock_url`, where the caller has such an address: Supabase signs none for a file that is not
   * there yet.
   */
  lock_read_url: url.optional(),
};

const trainingInputSchema = z.strictObject({
  task: z.literal('train'),
  ...delivery,
  model_type: modelType,
  /** A zip of pictures and same-stem `.txt` captions, all at its root. */
  dataset_url: url,
  trigger_word: z.string().max(200),
  config: z.strictObject({
    steps: z.int().min(1).max(10_000),
    learning_rate: z.number().positive().max(1),
    batch_size: z.int().min(1).max(64),
    lora_rank: z.int().min(1).max(128),
    /** Side lengths in pixels, comma separated. */
    resolution: z.string().regex(/^\d{3,4}(,\d{3,4})*$/),
    optimizer: z.string().min(1).max(50),
    caption_dropout: z.number().min(0).max(1),
    /** How often each picture is seen in an epoch. */
    num_repeats: z.int().min(1).max(1000),
    seed: z.int().min(0).nullable(),
  }),
  /** What sample pictures show, in turn. */
  sample_prompts: z.array(z.string().min(1).max(2000)).max(8).optional(),
  /** The first takes the weights; each other one a sample picture (png), in the order in which they are made. */
  upload_urls: z.array(url).min(1).max(65),
});

const generationInputSchema = z
  .strictObject({
    task: z.literal('generate'),
    ...delivery,
    model_type: modelType,
    prompt: z.string().min(1).max(10_000),
    negative_prompt: z.string().max(10_000).optional(),
    loras: z.array(z.strictObject({ url, scale: z.number().min(-1).max(3) })).max(4),
    image_count: z.int().min(1).max(8),
    width: z.int().min(256).max(2048),
    height: z.int().min(256).max(2048),
    guidance: z.number().min(0).max(50),
    steps: z.int().min(1).max(200),
    /** Of the first picture; the others count on from it. */
    seed: z.int().min(0).max(4_294_967_295),
    output_format: z.enum(['png', 'jpg', 'webp']),
    /** 1 to 100, not for png; default 90. */
    output_quality: z.int().min(1).max(100).optional(),
    /** One for each picture, in order. */
    upload_urls: z.array(url).min(1).max(8),
  })
  .refine((input) => input.upload_urls.length === input.image_count, {
    path: ['upload_urls'],
    message: 'as many as image_count',
  });

export const workerInputSchema = z.discriminatedUnion('task', [trainingInputSchema, generationInputSchema]);
export type TrainingInput = z.infer<typeof trainingInputSchema>;
export type GenerationInput = z.infer<typeof generationInputSchema>;
export type WorkerInput = z.infer<typeof workerInputSchema>;

/** What lies at `lock_url`: which run does the work. */
export const lockSchema = z.object({
  /** RunPod's id of the run. */
  run: z.string(),
  run_key: z.string(),
});

/** `output` while a run is IN_PROGRESS: the latest report. Reports may be lost and overtake one another. */
export const progressSchema = z.object({
  /** Never goes down within a run; a report with a lower one is old. */
  step: z.int(),
  total_steps: z.int(),
  stage: z.enum(['downloading', 'preparing', 'training', 'generating', 'uploading']),
  /** Of a training, from its first step on. */
  loss: z.number().nullable(),
  learning_rate: z.number().nullable(),
  /** The last lines of the trainer's log. */
  log_tail: z.string(),
  /** Once it can be told. */
  seconds_left: z.number().nullable(),
  /** How many of the sample addresses have their picture. */
  samples: z.int(),
});
export type WorkerProgress = z.infer<typeof progressSchema>;

const file = {
  /** In small hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int(),
};

/** `output` of a COMPLETED training. */
export const trainingOutputSchema = z.object({
  /** The weights, at the first address. */
  artifact: z.object(file),
  /** Sample pictures: `index` counts the sample addresses from 0. */
  samples: z.array(z.object({ index: z.int(), step: z.int(), prompt: z.string(), seed: z.int(), ...file })),
  /** Done. */
  steps: z.int(),
  /** The last. */
  loss: z.number(),
  /** The metadata of the weights without what tells of the pictures. */
  metadata: z.record(z.string(), z.string()),
  gpu_seconds: z.number(),
});
export type TrainingOutput = z.infer<typeof trainingOutputSchema>;

/** `output` of a COMPLETED generation. Fewer pictures than were asked for where the safety filter took some. */
export const generationOutputSchema = z.object({
  /** `index` counts the addresses from 0. */
  images: z.array(z.object({ index: z.int(), seed: z.int(), ...file })),
  gpu_seconds: z.number(),
});
export type GenerationOutput = z.infer<typeof generationOutputSchema>;

/** `output` of a COMPLETED run that did not get the lock: nothing was done. */
export const supersededOutputSchema = z.object({
  /** RunPod's id of the run that did; null where it could not be read, and the caller reads the lock itself. */
  superseded_by: z.string().nullable(),
});
export type SupersededOutput = z.infer<typeof supersededOutputSchema>;

/** Why a run raised, as `error_type`. */
export const workerErrors = [
  /** The archive is no zip, has no pictures, or one that does not decode. */
  'DatasetRefusedError',
  /** What was fetched is no LoRA, or one of another base model. */
  'LoraRefusedError',
  /** An address could not be read: gone, expired, refused. */
  'DownloadError',
  /** An upload was refused, or the address had a file already. */
  'UploadError',
  /** The safety filter took every picture. */
  'ContentRefusedError',
  /** The GPU's memory was too small. */
  'OutOfMemoryError',
  /** Anything else. */
  'WorkerError',
] as const;
export type WorkerErrorType = (typeof workerErrors)[number];

/** `error` of a FAILED run that raised, once parsed: written by RunPod's SDK. */
export const raisedErrorSchema = z.object({
  /** As Python prints a class, such as `<class 'worker.errors.DatasetRefusedError'>`. */
  error_type: z.string(),
  error_message: z.string(),
  error_traceback: z.string(),
  hostname: z.string(),
  worker_id: z.string(),
  runpod_version: z.string(),
});
