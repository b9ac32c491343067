import { usualProvider } from '../providers/usual-provider.ts';
import type { Trainer } from './trainer.ts';

/** Stable Diffusion 1.5 by our own image on RunPod: nobody else offers a training of it that lasts. */
export const sd15Trainer: Trainer = {
  modelType: 'sd15',
  provider: usualProvider('sd15'),
  defaultName: 'sd15-lora',
};
