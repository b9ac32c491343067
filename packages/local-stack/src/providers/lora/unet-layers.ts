import type { LoraLayer } from './lora-layer.ts';

interface Attention {
  /** The transformer's name in the UNet. */
  name: string;
  /** Channels. */
  width: number;
  /** Transformer blocks one after another. */
  depth: number;
  /** Size of a token of the prompt. */
  context: number;
  /** Whether the ways in and out are convolutions of one pixel, as before SDXL. */
  convolution?: true;
}

/** SDXL's UNet as kohya names it, after Stability's own code. */
export function sdxlLayers(): LoraLayer[] {
  const narrow = { width: 640, depth: 2, context: 2048 };
  const wide = { width: 1280, depth: 10, context: 2048 };
  return [
    ...[4, 5].map((index) => ({ name: `lora_unet_input_blocks_${index}_1`, ...narrow })),
    ...[7, 8].map((index) => ({ name: `lora_unet_input_blocks_${index}_1`, ...wide })),
    { name: 'lora_unet_middle_block_1', ...wide },
    ...[0, 1, 2].map((index) => ({ name: `lora_unet_output_blocks_${index}_1`, ...wide })),
    ...[3, 4, 5].map((index) => ({ name: `lora_unet_output_blocks_${index}_1`, ...narrow })),
  ].flatMap(attentionLayers);
}

/** The UNet of Stable Diffusion 1.5 as kohya names it, after diffusers. */
export function sd15Layers(): LoraLayer[] {
  const stage = (name: string, width: number, count: number): Attention[] =>
    Array.from({ length: count }, (_, index) => ({
      name: `lora_unet_${name}_attentions_${index}`,
      width,
      depth: 1,
      context: 768,
      convolution: true,
    }));
  return [
    ...stage('down_blocks_0', 320, 2),
    ...stage('down_blocks_1', 640, 2),
    ...stage('down_blocks_2', 1280, 2),
    ...stage('mid_block', 1280, 1),
    ...stage('up_blocks_1', 1280, 3),
    ...stage('up_blocks_2', 640, 3),
    ...stage('up_blocks_3', 320, 3),
  ].flatMap(attentionLayers);
}

function attentionLayers(attention: Attention): LoraLayer[] {
  const { name, width, depth, convolution } = attention;
  const way = { inputs: width, outputs: width, ...(convolution && { convolution }) };
  return [
    { name: `${name}_proj_in`, ...way },
    ...Array.from({ length: depth }, (_, index) => blockLayers(attention, index)).flat(),
    { name: `${name}_proj_out`, ...way },
  ];
}

function blockLayers({ name, width, context }: Attention, index: number): LoraLayer[] {
  const block = `${name}_transformer_blocks_${index}`;
  const square = { inputs: width, outputs: width };
  const fromPrompt = { inputs: context, outputs: width };
  return [
    { name: `${block}_attn1_to_q`, ...square },
    { name: `${block}_attn1_to_k`, ...square },
    { name: `${block}_attn1_to_v`, ...square },
    { name: `${block}_attn1_to_out_0`, ...square },
    { name: `${block}_ff_net_0_proj`, inputs: width, outputs: 8 * width },
    { name: `${block}_ff_net_2`, inputs: 4 * width, outputs: width },
    { name: `${block}_attn2_to_q`, ...square },
    { name: `${block}_attn2_to_k`, ...fromPrompt },
    { name: `${block}_attn2_to_v`, ...fromPrompt },
    { name: `${block}_attn2_to_out_0`, ...square },
  ];
}
