import { fluxLayers } from './flux-layers.ts';
import type { LoraLayer } from './lora-layer.ts';
import type { ModelType } from './lora-traits.ts';
import { textEncoderLayers } from './text-encoder-layers.ts';
import { sd15Layers, sdxlLayers } from './unet-layers.ts';

/** Every layer that the usual trainer of this base model adapts. */
export function layersOf(modelType: ModelType): LoraLayer[] {
  switch (modelType) {
    case 'flux':
      return fluxLayers();
    case 'sdxl':
      return [
        ...sdxlLayers(),
        ...textEncoderLayers({ prefix: 'lora_te1', width: 768, depth: 12 }),
        ...textEncoderLayers({ prefix: 'lora_te2', width: 1280, depth: 32 }),
      ];
    case 'sd15':
      return [...sd15Layers(), ...textEncoderLayers({ prefix: 'lora_te', width: 768, depth: 12 })];
  }
}
