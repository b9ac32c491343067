import type { LoraLayer } from './lora-layer.ts';

// FLUX.1-dev: two single blocks for each double one.
const hidden = 3072;
const mlp = 4 * hidden;
const doubleBlocks = 19;

/**
 * All linear layers of both kinds of block, in the diffusers names that ai-toolkit and Replicate's trainer write. The
 * kinds take turns, so that a file of the first few has both.
 */
export function fluxLayers(): LoraLayer[] {
  return Array.from({ length: doubleBlocks }, (_, index) => [
    ...doubleBlock(`transformer.transformer_blocks.${index}`),
    ...singleBlock(`transformer.single_transformer_blocks.${2 * index}`),
    ...singleBlock(`transformer.single_transformer_blocks.${2 * index + 1}`),
  ]).flat();
}

function doubleBlock(block: string): LoraLayer[] {
  const attention = [
    'to_q',
    'to_k',
    'to_v',
    'to_out.0',
    'add_q_proj',
    'add_k_proj',
    'add_v_proj',
    'to_add_out',
  ];
  return [
    ...attention.map((part) => ({ name: `${block}.attn.${part}`, inputs: hidden, outputs: hidden })),
    ...['ff', 'ff_context'].flatMap((part) => [
      { name: `${block}.${part}.net.0.proj`, inputs: hidden, outputs: mlp },
      { name: `${block}.${part}.net.2`, inputs: mlp, outputs: hidden },
    ]),
    { name: `${block}.norm1.linear`, inputs: hidden, outputs: 6 * hidden },
    { name: `${block}.norm1_context.linear`, inputs: hidden, outputs: 6 * hidden },
  ];
}

function singleBlock(block: string): LoraLayer[] {
  return [
    ...['to_q', 'to_k', 'to_v'].map((part) => ({
      name: `${block}.attn.${part}`,
      inputs: hidden,
      outputs: hidden,
    })),
    { name: `${block}.proj_mlp`, inputs: hidden, outputs: mlp },
    { name: `${block}.proj_out`, inputs: hidden + mlp, outputs: hidden },
    { name: `${block}.norm.linear`, inputs: hidden, outputs: 3 * hidden },
  ];
}
