import type { TrainingConfigInput } from '@act/ai-models';
import { z } from 'zod';
import { modelTypes, number, oneOf, whole } from '../program/input-schemas.ts';

/** What a training can be told on the command line. */
export const configFlags = [
  ['--type <model>', 'what to train for: flux, sdxl or sd15 (default: flux)'],
  ['--preset <name>', 'quick, standard or best (default: standard)'],
  ['--steps <number>', 'how often it learns from a batch of pictures'],
  ['--learning-rate <number>', 'how much it learns at each step'],
  ['--batch-size <number>', 'pictures in each step'],
  ['--rank <number>', 'the size of the LoRA'],
  ['--resolution <pixels>', 'side lengths, such as 512,768,1024'],
] as const;

export const configShape = {
  type: oneOf(modelTypes).default('flux'),
  preset: oneOf(['quick', 'standard', 'best']).optional(),
  steps: whole.optional(),
  learningRate: number.optional(),
  batchSize: whole.optional(),
  rank: whole.optional(),
  resolution: z.string().optional(),
};

const configSchema = z.object(configShape);

/** The library checks the bounds. */
export const toTrainingConfig = ({
  preset,
  steps,
  learningRate,
  batchSize,
  rank,
  resolution,
}: z.output<typeof configSchema>): TrainingConfigInput => ({
  preset,
  steps,
  learningRate,
  batchSize,
  loraRank: rank,
  resolution,
});
