import { describe, expect, it } from 'vitest';
import { watchHeldMemory } from '../../testing/watch-held-memory.ts';
import { layersOf } from './lora-layers.ts';
import type { LoraTraits, ModelType } from './lora-traits.ts';
import { checkSafetensors } from './testing/check-safetensors.ts';
import { type WriteLoraOptions, writeLora } from './write-lora.ts';

const traitsOf = (modelType: ModelType): LoraTraits => ({
  palette: ['#0f62fe', '#ff6b35'],
  mark: 'KOR',
  triggerWord: 'user42585527',
  modelType,
});

async function write(options: Omit<WriteLoraOptions, 'traits'>): Promise<Buffer> {
  const lora = writeLora({ ...options, traits: traitsOf(options.modelType) });
  const file = Buffer.from(await new Response(lora.stream()).arrayBuffer());
  expect(file.byteLength).toBe(lora.sizeBytes);
  return file;
}

describe('all layers at rank 4', () => {
  it.each([
    ['flux', 43.0, 19 * 14 * 2 + 38 * 6 * 2],
    ['sdxl', 28.5, 3 * (722 + 264)],
    ['sd15', 4.7, 3 * (192 + 72)],
  ] as const)(
    '%s: %s MB, %s tensors, valid by the rules of the format',
    async (modelType, megabytes, count) => {
      const file = checkSafetensors(await write({ modelType, rank: 4 }));

      expect(file.tensors).toHaveLength(count);
      expect(file.dataBytes / 1e6).toBeCloseTo(megabytes, 1);
      expect(file.tensors.every(({ dtype }) => dtype === 'F16')).toBe(true);
      expect(file.values().every((value) => Number.isFinite(value))).toBe(true);
    },
  );
});

it.each([
  ['flux', 16, 171.8],
  ['flux', 64, 687.3],
  ['sdxl', 16, 114.0],
  ['sd15', 128, 151.0],
] as const)('%s at rank %s has %s MB', (modelType, rank, megabytes) => {
  const { sizeBytes } = writeLora({ modelType, rank, traits: traitsOf(modelType) });
  expect(sizeBytes / 1e6 - megabytes).toBeGreaterThan(-0.06);
  // The header: names and places.
  expect(sizeBytes / 1e6 - megabytes).toBeLessThan(0.5);
});

it('writes the names and shapes of FLUX.1-dev as diffusers does', async () => {
  const { shapes } = checkSafetensors(await write({ modelType: 'flux', rank: 4 }));
  expect(shapes).toMatchObject({
    'transformer.transformer_blocks.18.attn.to_q.lora_A.weight': [4, 3072],
    'transformer.transformer_blocks.18.attn.add_q_proj.lora_B.weight': [3072, 4],
    'transformer.transformer_blocks.0.ff_context.net.0.proj.lora_B.weight': [12288, 4],
    'transformer.transformer_blocks.0.norm1_context.linear.lora_B.weight': [18432, 4],
    'transformer.single_transformer_blocks.37.proj_out.lora_A.weight': [4, 15360],
    'transformer.single_transformer_blocks.37.norm.linear.lora_B.weight': [9216, 4],
  });
});

it('writes the names and shapes of SDXL as kohya does, with scales', async () => {
  const { shapes, readValue } = checkSafetensors(await write({ modelType: 'sdxl', rank: 12 }));
  expect(shapes).toMatchObject({
    'lora_unet_input_blocks_8_1_transformer_blocks_9_attn2_to_k.lora_down.weight': [12, 2048],
    'lora_unet_output_blocks_5_1_transformer_blocks_1_ff_net_0_proj.lora_up.weight': [5120, 12],
    'lora_te2_text_model_encoder_layers_31_mlp_fc1.lora_up.weight': [5120, 12],
    'lora_unet_middle_block_1_proj_in.alpha': [],
  });
  expect(readValue('lora_unet_middle_block_1_proj_in.alpha')).toBe(12);
});

it('writes the names and shapes of Stable Diffusion 1.5, whose ways in and out are convolutions', async () => {
  const { shapes } = checkSafetensors(await write({ modelType: 'sd15', rank: 4 }));
  expect(shapes).toMatchObject({
    'lora_unet_down_blocks_0_attentions_1_proj_in.lora_down.weight': [4, 320, 1, 1],
    'lora_unet_up_blocks_3_attentions_2_transformer_blocks_0_attn2_to_v.lora_down.weight': [4, 768],
    'lora_te_text_model_encoder_layers_11_self_attn_out_proj.lora_up.weight': [768, 4],
  });
});

it('says in the metadata what the trainers say, and the traits', async () => {
  const sdxl = checkSafetensors(await write({ modelType: 'sdxl', rank: 8, sizeBytes: 1 })).metadata;
  expect(sdxl).toMatchObject({
    ss_base_model_version: 'sdxl_base_v1-0',
    ss_network_module: 'networks.lora',
    ss_network_dim: '8',
    'modelspec.architecture': 'stable-diffusion-xl-v1-base/lora',
  });
  const flux = checkSafetensors(await write({ modelType: 'flux', rank: 8, sizeBytes: 1 })).metadata;
  expect(flux).toMatchObject({ format: 'pt', ss_base_model_version: 'flux.1' });
  expect(JSON.parse(flux.act_simulation ?? '')).toEqual(traitsOf('flux'));
});

describe('size', () => {
  it.each(['flux', 'sdxl', 'sd15'] as const)(
    'a small %s has fewer layers at the same rank',
    async (modelType) => {
      const file = checkSafetensors(await write({ modelType, rank: 16, sizeBytes: 12_000_000 }));
      expect(file.dataBytes).toBeLessThanOrEqual(12_000_000);
      expect(file.dataBytes).toBeGreaterThan(10_000_000);
      expect(file.ranks).toEqual([16]);
    },
  );

  it('streams 500 MB without holding them', async () => {
    const { sizeBytes, stream } = writeLora({
      modelType: 'flux',
      rank: 16,
      traits: traitsOf('flux'),
      sizeBytes: 500_000_000,
    });
    const memory = watchHeldMemory();
    let received = 0;
    for await (const chunk of stream()) {
      received += chunk.byteLength;
      memory.look();
    }
    expect(received).toBe(sizeBytes);
    expect(sizeBytes).toBeGreaterThan(500_000_000);
    expect(sizeBytes).toBeLessThan(512_000_000);
    expect(memory.peakBytes()).toBeLessThan(20_000_000);
  });
});

it('writes the same bytes for the same traits, and others for others', async () => {
  const options = { modelType: 'sd15', rank: 4, sizeBytes: 1 } as const;
  const first = await write(options);
  expect(await write(options)).toEqual(first);

  const traits = { ...traitsOf('sd15'), palette: ['#0f62fe', '#ff6b36'] };
  const other = Buffer.from(await new Response(writeLora({ ...options, traits }).stream()).arrayBuffer());
  expect(other.subarray(-1000)).not.toEqual(first.subarray(-1000));
});

it('repeats no layer', () => {
  for (const modelType of ['flux', 'sdxl', 'sd15'] as const) {
    const names = layersOf(modelType).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});
