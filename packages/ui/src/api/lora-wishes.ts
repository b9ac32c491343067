import type { ModelType } from '@act/tenant-config';
import type { Lora } from './lora-answers.ts';

/** What the create dialog asks for. */
export interface LoraWish {
  readonly name: string;
  readonly description?: string | undefined;
  readonly type: Lora['type'];
  readonly trigger_word: string;
  readonly model_type: ModelType;
  readonly trainingAssetIds: readonly string[];
  /** Said by whoever was told what speaks against the pictures. */
  readonly trainAnyway?: boolean | undefined;
}

/** Pictures of a LoRA, under the names of the founding document. */
export interface LoraPaintWish {
  readonly prompt: string;
  /** As the model selector has it: `lora:` and the id. */
  readonly model: `lora:${string}`;
  readonly lora_id: string;
  readonly lora_url: string;
  readonly num_outputs: number;
  readonly aspect_ratio: string;
  readonly lora_scale: number;
  readonly seed: number;
}
