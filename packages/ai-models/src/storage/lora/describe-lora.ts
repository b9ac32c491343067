import { AiModelsError } from '../../errors/index.ts';
import { quote, weightsInvalid } from '../../shared/weights-invalid.ts';
import { type ModelType, modelTypes } from '../../training/model-type.ts';
import type { SafetensorsHeader } from '../safetensors.ts';
import type { LoraFormat } from './lora-grammar.ts';
import { type LoraLayer, toLoraLayers } from './lora-layers.ts';
import { toSafeMetadata } from './lora-metadata.ts';

/** What a LoRA is, told by its tensors and not by what it says about itself. */
export interface LoraDescription {
  /** The base model that its layers belong to. */
  readonly modelType: ModelType;
  /** Of its widest layers. */
  readonly rank: number;
  /** How many tensors are in the file. */
  readonly tensorCount: number;
  /** In whose words its layers are named. */
  readonly format: LoraFormat;
  /** Settings and versions from the file; no captions, tags or comments. Text from outside. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** What a job has asked for. */
export interface ExpectedLora {
  /** The base model that it was trained for. */
  readonly modelType: ModelType;
  /** Of its widest layers. */
  readonly loraRank: number;
}

/**
 * Reads what a file adapts, and how.
 * @throws AiModelsError `weights_invalid` for whatever is not a complete LoRA of a base model that we know
 */
export function describeLora({ tensors, metadata }: SafetensorsHeader): LoraDescription {
  const layers = toLoraLayers(tensors);
  return {
    modelType: findModelType(layers),
    rank: getOnly('rank', layers, ({ rank }) => rank),
    tensorCount: tensors.length,
    format: getOnly('form', layers, ({ format }) => format),
    metadata: toSafeMetadata(metadata),
  };
}

/** Whether it is what was ordered. @throws AiModelsError `weights_mismatch` */
export function checkWeights({ modelType, rank }: LoraDescription, expected: ExpectedLora): void {
  if (modelType === expected.modelType && rank === expected.loraRank) return;
  throw new AiModelsError({
    code: 'weights_mismatch',
    message: `The weights are for ${modelType} with rank ${rank}, and the job asked for ${expected.modelType} with rank ${expected.loraRank}.`,
    hint: 'Nothing was stored. They are of another run or another trainer: look up the run at the provider.',
  });
}

/** The base model that has all of the layers. */
function findModelType(layers: readonly LoraLayer[]): ModelType {
  if (!layers.some(({ isPainter }) => isPainter)) {
    throw weightsInvalid('they change how prompts are read, but not how pictures are painted');
  }
  const possible = layers.reduce<readonly ModelType[]>((left, layer) => {
    const fitting = typesOf(layer);
    return left.filter((modelType) => fitting.includes(modelType));
  }, modelTypes);
  const [only, another] = possible;
  if (only === undefined) throw weightsInvalid('their layers belong to different base models');
  if (another !== undefined) throw weightsInvalid(`they may be for ${possible.join(' or ')}`);
  return only;
}

const widthsOfPrompts: ReadonlyMap<number, ModelType> = new Map([
  [768, 'sd15'],
  [2048, 'sdxl'],
]);

function typesOf({ layer, modelTypes, readsPrompt, inputs }: LoraLayer): readonly ModelType[] {
  if (!readsPrompt) return modelTypes;
  const modelType = widthsOfPrompts.get(inputs);
  if (modelType !== undefined) return modelTypes.filter((possible) => possible === modelType);
  const reason = inputs === 1024 ? 'they are for Stable Diffusion 2' : 'no base model of ours has that';
  throw weightsInvalid(`layer ${quote(layer)} reads prompts of width ${inputs}; ${reason}`);
}

/** What all layers have in common. */
function getOnly<T>(what: string, layers: readonly LoraLayer[], read: (layer: LoraLayer) => T): T {
  const [first, ...others] = new Set(layers.map(read));
  if (first === undefined) throw weightsInvalid('there is no layer in them');
  if (others.length === 0) return first;
  throw weightsInvalid(
    `their layers have more than one ${what}: ${[first, ...others].slice(0, 5).join(', ')}`,
  );
}
