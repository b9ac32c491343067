import type { LoraLayer } from './lora-layer.ts';
import { layersOf } from './lora-layers.ts';
import { tensorBytes, tensorsOf } from './lora-tensors.ts';
import type { ModelType } from './lora-traits.ts';

export interface LoraPlan {
  layers: LoraLayer[];
  rank: number;
}

/** The fewest layers that a reader can still tell the base model by. */
const fewestLayers = { flux: 20, sdxl: 11, sd15: 12 } satisfies Record<ModelType, number>;

/**
 * Which layers a file of about this size holds: the first of them where it is to be small, all of them and a higher
 * rank where it is to be larger than the base model's layers at this rank.
 */
export function planLora(modelType: ModelType, rank: number, sizeBytes?: number): LoraPlan {
  const layers = layersOf(modelType);
  if (sizeBytes === undefined) return { layers, rank };
  const whole = layerBytes(layers, modelType, rank);
  if (sizeBytes > whole) return { layers, rank: Math.ceil((rank * sizeBytes) / whole) };
  return { layers: firstLayers(layers, modelType, rank, sizeBytes), rank };
}

function firstLayers(
  layers: LoraLayer[],
  modelType: ModelType,
  rank: number,
  sizeBytes: number,
): LoraLayer[] {
  let total = 0;
  const tooMany = layers.findIndex((layer) => {
    total += layerBytes([layer], modelType, rank);
    return total > sizeBytes;
  });
  return layers.slice(0, tooMany === -1 ? undefined : Math.max(tooMany, fewestLayers[modelType]));
}

const layerBytes = (layers: LoraLayer[], modelType: ModelType, rank: number) =>
  layers
    .flatMap((layer) => tensorsOf(layer, modelType, rank))
    .reduce((total, tensor) => total + tensorBytes(tensor), 0);
