import type { z } from 'zod';
import type { ProgramName } from '../models/model.ts';
import { llavaInputSchema } from '../predictions/llava-input.ts';
import { fluxDevLoraInputSchema, trainedFluxInputSchema } from '../predictions/picture-input.ts';
import { fluxTrainerInputSchema } from '../trainings/trainer-input.ts';

/** What each kind of version takes. */
export const programInputs = {
  'flux-trainer': fluxTrainerInputSchema,
  'flux-dev-lora': fluxDevLoraInputSchema,
  'trained-flux': trainedFluxInputSchema,
  llava: llavaInputSchema,
} satisfies Record<ProgramName, z.ZodType>;
