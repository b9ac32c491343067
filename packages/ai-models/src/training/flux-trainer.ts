import { usualProvider } from '../providers/usual-provider.ts';
import type { Trainer } from './trainer.ts';

/** FLUX.1-dev by `ostris/flux-dev-lora-trainer` on Replicate; our own image on RunPod can do it too. */
export const fluxTrainer: Trainer = {
  modelType: 'flux',
  provider: usualProvider('flux'),
  defaultName: 'flux-lora',
};
