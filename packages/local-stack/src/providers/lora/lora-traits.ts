import { z } from 'zod';

export const loraTraitsSchema = z.object({
  /** The dominant colours of what was trained on, the strongest first, as `#rrggbb`. */
  palette: z
    .array(z.string().regex(/^#[0-9a-f]{6}$/))
    .min(1)
    .max(8),
  /** A short sign that is drawn into every picture. */
  mark: z.string().min(1).max(8),
  triggerWord: z.string().max(200),
  modelType: z.enum(['flux', 'sdxl', 'sd15']),
});

/** What a simulated training leaves in its weights, so that a picture shows to the eye which LoRA it was made with. */
export type LoraTraits = z.infer<typeof loraTraitsSchema>;

/** The base models that simulated trainers know. */
export type ModelType = LoraTraits['modelType'];

/** Where the traits stand among a file's metadata; real trainers write nothing there. */
export const traitsKey = 'act_simulation';
