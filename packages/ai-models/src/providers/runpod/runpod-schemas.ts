import { z } from 'zod';
import { countSchema, millisecondsSchema, secondsSchema } from '../vendor-figures.ts';

// What RunPod's queue answers, and what our image puts into `output`, as far as it is used.

/** It becomes part of an address. */
const idSchema = z.string().regex(/^[\w-]{1,100}$/);

export const runSchema = z.object({
  id: idSchema,
  status: z.string(),
  /** On the GPU, in ms; known once the run has ended. */
  executionTime: millisecondsSchema,
  /** The latest report while it runs, the result afterwards. */
  output: z.unknown().optional(),
  /** Text, also where it is JSON inside. */
  error: z.unknown().optional(),
});
export type RunpodRun = z.output<typeof runSchema>;

const figure = z.number().nullish().catch(null);

/** The latest report of a run that is under way. */
export const progressSchema = z.object({
  step: countSchema,
  total_steps: countSchema,
  stage: z.string().nullish().catch(null),
  loss: figure,
  learning_rate: figure,
  log_tail: z.string().nullish().catch(null),
  seconds_left: secondsSchema,
  samples: countSchema,
});
export type RunpodProgress = z.output<typeof progressSchema>;

/** The result of a training: the weights are where they were to be delivered. */
export const trainingOutputSchema = z.object({
  artifact: z.object({ bytes: z.number() }),
  samples: z.array(z.unknown()).nullish().catch(null),
  gpu_seconds: secondsSchema,
});

/** The result of a generation: the index counts the addresses that were given. */
export const generationOutputSchema = z.object({
  images: z.array(z.object({ index: z.int().min(0) })),
  gpu_seconds: secondsSchema,
});

/** The result of a run that did not get the lock: nothing was done. */
export const supersededSchema = z.object({ superseded_by: idSchema.nullable() });

/** An error that was raised, as RunPod's SDK writes it. The traceback stays where it is. */
export const raisedErrorSchema = z.object({
  error_type: z.string(),
  error_message: z.string().nullish(),
});
