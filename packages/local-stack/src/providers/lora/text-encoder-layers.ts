import type { LoraLayer } from './lora-layer.ts';

export interface TextEncoder {
  /** What kohya calls the encoder, such as `lora_te1`. */
  prefix: string;
  /** Size of a token. */
  width: number;
  /** Number of layers. */
  depth: number;
}

/** A CLIP text encoder in kohya's names. */
export function textEncoderLayers({ prefix, width, depth }: TextEncoder): LoraLayer[] {
  return Array.from({ length: depth }, (_, index) => `${prefix}_text_model_encoder_layers_${index}`).flatMap(
    (layer) => [
      { name: `${layer}_mlp_fc1`, inputs: width, outputs: 4 * width },
      { name: `${layer}_mlp_fc2`, inputs: 4 * width, outputs: width },
      ...['k', 'out', 'q', 'v'].map((part) => ({
        name: `${layer}_self_attn_${part}_proj`,
        inputs: width,
        outputs: width,
      })),
    ],
  );
}
