import { quote, weightsInvalid } from '../../shared/weights-invalid.ts';
import type { SafetensorsTensor } from '../safetensors.ts';
import { isOldReplicateName, type LoraName, parseLoraName } from './lora-grammar.ts';

/** One layer that a LoRA adapts: a pair of matrices through a narrow middle. */
export interface LoraLayer extends Omit<LoraName, 'part'> {
  /** The width of the middle. */
  readonly rank: number;
  /** The width of what goes in. */
  readonly inputs: number;
}

type Parts = Partial<Record<LoraName['part'], SafetensorsTensor>>;

/** Sorts tensors into layers, each of them complete. @throws AiModelsError `weights_invalid` */
export function toLoraLayers(tensors: readonly SafetensorsTensor[]): LoraLayer[] {
  const found = new Map<string, { name: LoraName; parts: Parts }>();
  for (const tensor of tensors) {
    const name = readName(tensor);
    const parts: Parts = found.get(name.layer)?.parts ?? {};
    if (parts[name.part]) throw weightsInvalid(`layer ${quote(name.layer)} has two tensors for one purpose`);
    parts[name.part] = tensor;
    found.set(name.layer, { name, parts });
  }
  return [...found.values()].map(({ name, parts }) => toLayer(name, parts));
}

function readName({ name }: SafetensorsTensor): LoraName {
  const parsed = parseLoraName(name);
  if (parsed) return parsed;
  if (isOldReplicateName(name)) {
    throw weightsInvalid(
      "they are in the old form of Replicate's SDXL trainer, which is incomplete without its other files and which other programs cannot load",
    );
  }
  throw weightsInvalid(`${quote(name)} is no tensor of a LoRA for flux, sdxl or sd15`);
}

function toLayer({ part: _part, ...name }: LoraName, { down, up, alpha }: Parts): LoraLayer {
  const layer = quote(name.layer);
  if (!down || !up) throw weightsInvalid(`layer ${layer} has only one half of its pair`);
  const isPair = down.shape.length === up.shape.length && [2, 4].includes(down.shape.length);
  const [rank = 0, inputs = 0] = down.shape;
  if (!isPair || up.shape[1] !== rank) {
    throw weightsInvalid(`the halves of layer ${layer} do not fit: ${down.shape} and ${up.shape}`);
  }
  // The second half of a convolution looks at one pixel.
  if (up.shape.slice(2).some((side) => side !== 1)) {
    throw weightsInvalid(`the second half of layer ${layer} has the shape ${up.shape}`);
  }
  if (alpha && !(alpha.shape.length === 0 || (alpha.shape.length === 1 && alpha.shape[0] === 1))) {
    throw weightsInvalid(`the scale of layer ${layer} is not one number`);
  }
  return { ...name, rank, inputs };
}
