import type { ModelType } from '../training/model-type.ts';
import type { ProviderId } from './run.ts';

/**
 * Who works with this base model unless somebody else is asked: its bounds hold for what people send. Replicate's SDXL
 * trainer makes what nothing else can load, and it has none for Stable Diffusion 1.5.
 */
export const usualProvider = (modelType: ModelType): ProviderId =>
  modelType === 'flux' ? 'replicate' : 'runpod';
