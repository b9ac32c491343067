import type { ModelType } from '../../training/model-type.ts';

type Shapes = Record<string, number[]>;

const pair = (down: string, up: string, [inputs, outputs]: [number, number], rank: number): Shapes => ({
  [down]: [rank, inputs],
  [up]: [outputs, rank],
});

const kohya = (layer: string, sides: [number, number], rank: number): Shapes => ({
  ...pair(`${layer}.lora_down.weight`, `${layer}.lora_up.weight`, sides, rank),
  [`${layer}.alpha`]: [],
});
const peft = (layer: string, sides: [number, number], rank: number): Shapes =>
  pair(`${layer}.lora_A.weight`, `${layer}.lora_B.weight`, sides, rank);

/** A few layers of each base model, in the names that its usual trainer writes. */
export function loraShapes(modelType: ModelType, rank = 4): Shapes {
  switch (modelType) {
    case 'flux':
      return {
        ...peft('transformer.transformer_blocks.0.attn.to_q', [3072, 3072], rank),
        ...peft('transformer.transformer_blocks.18.ff.net.0.proj', [3072, 12_288], rank),
        ...peft('transformer.single_transformer_blocks.37.proj_out', [15_360, 3072], rank),
      };
    case 'sdxl':
      return {
        ...kohya('lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_k', [2048, 640], rank),
        ...kohya('lora_unet_middle_block_1_transformer_blocks_9_ff_net_0_proj', [1280, 10_240], rank),
        ...kohya('lora_te1_text_model_encoder_layers_0_self_attn_q_proj', [768, 768], rank),
        ...kohya('lora_te2_text_model_encoder_layers_31_mlp_fc1', [1280, 5120], rank),
      };
    case 'sd15':
      return {
        ...kohya('lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_v', [768, 320], rank),
        'lora_unet_down_blocks_0_attentions_0_proj_in.lora_down.weight': [rank, 320, 1, 1],
        'lora_unet_down_blocks_0_attentions_0_proj_in.lora_up.weight': [320, rank, 1, 1],
        ...kohya('lora_te_text_model_encoder_layers_11_mlp_fc2', [3072, 768], rank),
      };
  }
}

/** One layer in kohya's names, or in peft's. */
export const kohyaLayer = (layer: string, inputs: number, rank = 4): Shapes =>
  kohya(layer, [inputs, 320], rank);
export const peftLayer = (layer: string, inputs: number, rank = 4): Shapes =>
  peft(layer, [inputs, 320], rank);
