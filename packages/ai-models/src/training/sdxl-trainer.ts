import { usualProvider } from '../providers/usual-provider.ts';
import type { Trainer } from './trainer.ts';

/**
 * SDXL by our own image on RunPod: what Replicate trains is two learned words beside a LoRA of an old form, which nothing
 * else can load.
 */
export const sdxlTrainer: Trainer = {
  modelType: 'sdxl',
  provider: usualProvider('sdxl'),
  defaultName: 'sdxl-lora',
};
