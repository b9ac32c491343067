import type { LoraLayer } from './lora-layer.ts';
import type { ModelType } from './lora-traits.ts';

export interface LoraTensor {
  name: string;
  shape: number[];
}

export const bytesPerValue = 2;

/** The tensors of a layer: diffusers' pair for flux, kohya's pair with its scale otherwise. */
export function tensorsOf(layer: LoraLayer, modelType: ModelType, rank: number): LoraTensor[] {
  const pixel = layer.convolution ? [1, 1] : [];
  const down = [rank, layer.inputs, ...pixel];
  const up = [layer.outputs, rank, ...pixel];
  return modelType === 'flux'
    ? [
        { name: `${layer.name}.lora_A.weight`, shape: down },
        { name: `${layer.name}.lora_B.weight`, shape: up },
      ]
    : [
        { name: `${layer.name}.alpha`, shape: [] },
        { name: `${layer.name}.lora_down.weight`, shape: down },
        { name: `${layer.name}.lora_up.weight`, shape: up },
      ];
}

export const isAlpha = ({ name }: LoraTensor) => name.endsWith('.alpha');

export const tensorBytes = ({ shape }: LoraTensor) =>
  shape.reduce((product, side) => product * side, bytesPerValue);
