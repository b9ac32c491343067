import type { ImageSettingsInput } from '@act/ai-models';
import { z } from 'zod';
import { number, oneOf, whole } from '../program/input-schemas.ts';

/** What a request for pictures can be told on the command line. */
export const imageFlags = [
  ['--count <number>', 'how many pictures, 1 to 8 (default: 1)'],
  ['--aspect-ratio <ratio>', 'width to height, such as 16:9 (default: 1:1)'],
  ['--format <type>', 'png, jpg or webp (default: png)'],
  ['--seed <number>', 'the same seed and settings give the same pictures'],
  ['--guidance <number>', 'how closely to follow the prompt'],
  ['--steps <number>', 'more take longer (default: 28)'],
  ['--strength <number>', 'of the model (default: 1)'],
] as const;

export const imageShape = {
  count: whole.optional(),
  aspectRatio: z.string().optional(),
  format: oneOf(['png', 'jpg', 'webp']).optional(),
  seed: whole.optional(),
  guidance: number.optional(),
  steps: whole.optional(),
  strength: number.optional(),
};

const imageSchema = z.object(imageShape);
const ratioSchema = z.custom<ImageSettingsInput['aspectRatio']>(
  (value) => value === undefined || typeof value === 'string',
);

/** The library checks the bounds. */
export const toImageSettings = ({
  count,
  aspectRatio,
  format,
  seed,
  guidance,
  steps,
  strength,
}: z.output<typeof imageSchema>): ImageSettingsInput => ({
  imageCount: count,
  aspectRatio: ratioSchema.parse(aspectRatio),
  outputFormat: format,
  seed,
  guidance,
  inferenceSteps: steps,
  loraScale: strength,
});
