import { fluxTrainer } from './flux-trainer.ts';
import type { ModelType } from './model-type.ts';
import { sd15Trainer } from './sd15-trainer.ts';
import { sdxlTrainer } from './sdxl-trainer.ts';
import type { Trainer } from './trainer.ts';

const trainers: Readonly<Record<ModelType, Trainer>> = {
  flux: fluxTrainer,
  sdxl: sdxlTrainer,
  sd15: sd15Trainer,
};

/** How this base model is trained here. */
export const trainerFor = (modelType: ModelType): Trainer => trainers[modelType];
