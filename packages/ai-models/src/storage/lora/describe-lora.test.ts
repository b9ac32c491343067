import { describe, expect, it } from 'vitest';
import { modelTypes } from '../../training/model-type.ts';
import { readSafetensorsHeader } from '../safetensors.ts';
import { buildSafetensors, planHeader } from '../testing/build-safetensors.ts';
import { kohyaLayer, loraShapes, peftLayer } from '../testing/lora-shapes.ts';
import { checkWeights, describeLora } from './describe-lora.ts';

type Shapes = Record<string, readonly number[]>;

const describeShapes = (shapes: Shapes, metadata: Record<string, string> = {}) =>
  describeLora(
    readSafetensorsHeader(buildSafetensors(planHeader(shapes, { metadata }), 0), { maximumBytes: 2 ** 31 }),
  );

const flux = loraShapes('flux');
const sdxl = loraShapes('sdxl');
const sd15 = loraShapes('sd15');

it.each(modelTypes)('knows a LoRA for %s by its layers', (modelType) => {
  const shapes = loraShapes(modelType, 8);
  expect(describeShapes(shapes)).toEqual({
    modelType,
    rank: 8,
    tensorCount: Object.keys(shapes).length,
    format: modelType === 'flux' ? 'peft' : 'kohya',
    metadata: {},
  });
});

it.each<[string, string, Shapes]>([
  ['flux', "kohya's words", kohyaLayer('lora_unet_double_blocks_3_img_attn_proj', 3072)],
  [
    'flux',
    "kohya's words with both encoders",
    {
      ...kohyaLayer('lora_unet_single_blocks_37_modulation_lin', 3072),
      ...kohyaLayer('lora_te1_text_model_encoder_layers_3_mlp_fc1', 768),
      ...kohyaLayer('lora_te3_encoder_block_23_layer_1_DenseReluDense_wi_0', 4096),
    },
  ],
  ['flux', "its authors' words", peftLayer('diffusion_model.double_blocks.0.txt_mlp.2', 3072)],
  [
    'sdxl',
    "diffusers' words",
    {
      ...peftLayer('unet.up_blocks.0.attentions.2.transformer_blocks.9.attn2.to_k', 2048),
      ...peftLayer('text_encoder_2.text_model.encoder.layers.31.mlp.fc2', 5120),
    },
  ],
  ['sd15', "diffusers' words", peftLayer('unet.mid_block.attentions.0.transformer_blocks.0.attn2.to_v', 768)],
  [
    'sdxl',
    "kohya's other words",
    {
      ...kohyaLayer('lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn1_to_q', 640),
      ...kohyaLayer('lora_te2_text_model_encoder_layers_0_mlp_fc1', 1280),
    },
  ],
  [
    'sd15',
    "diffusers' first words",
    {
      'unet.mid_block.attentions.0.transformer_blocks.0.attn2.to_k.lora.down.weight': [4, 768],
      'unet.mid_block.attentions.0.transformer_blocks.0.attn2.to_k.lora.up.weight': [1280, 4],
    },
  ],
])('knows %s in %s', (modelType, _words, shapes) => {
  expect(describeShapes(shapes).modelType).toBe(modelType);
});

describe('refuses', () => {
  const { 'transformer.transformer_blocks.0.attn.to_q.lora_B.weight': _up, ...withoutUp } = flux;
  const unet = 'lora_unet_down_blocks_1_attentions_0_transformer_blocks_0';
  it.each<[string, Shapes, RegExp]>([
    [
      'a foreign tensor',
      { ...flux, 'first_stage_model.encoder.conv_in.weight': [1] },
      /"first_stage_model.*is no tensor/,
    ],
    ['a whole model', { 'double_blocks.0.img_attn.proj.weight': [3072, 3072] }, /is no tensor of a LoRA/],
    [
      'a layer that the base model has not',
      kohyaLayer('lora_unet_double_blocks_19_img_attn_proj', 3072),
      /_19_.*is no tensor/,
    ],
    [
      'dots where kohya has none',
      { ...peftLayer('unet.down_blocks_1.attentions.0.proj_in', 320) },
      /is no tensor/,
    ],
    ['half a pair', withoutUp, /"transformer.transformer_blocks.0.attn.to_q" has only one half/],
    ['a scale alone', { ...sd15, [`${unet}_attn1_to_q.alpha`]: [] }, /has only one half/],
    [
      'halves of different rank',
      { ...flux, 'transformer.transformer_blocks.0.attn.to_q.lora_B.weight': [3072, 5] },
      /do not fit: 4,3072 and 3072,5/,
    ],
    [
      'halves of different kind',
      { ...flux, 'transformer.transformer_blocks.0.attn.to_q.lora_B.weight': [3072, 4, 1, 1] },
      /do not fit/,
    ],
    [
      'halves of three dimensions',
      {
        [`${unet}_attn2_to_k.lora_down.weight`]: [4, 2048, 1],
        [`${unet}_attn2_to_k.lora_up.weight`]: [640, 4, 1],
      },
      /do not fit/,
    ],
    [
      'a second half that looks around',
      {
        ...sd15,
        'lora_unet_down_blocks_0_attentions_0_proj_in.lora_up.weight': [320, 4, 3, 3],
      },
      /second half/,
    ],
    [
      'a scale of two numbers',
      { ...sdxl, 'lora_te1_text_model_encoder_layers_0_self_attn_q_proj.alpha': [2] },
      /is not one number/,
    ],
    [
      'two names for one tensor',
      { ...flux, 'transformer.transformer_blocks.0.attn.to_q.lora.down.weight': [4, 3072] },
      /two tensors for one purpose/,
    ],
    [
      'more than one rank',
      { ...flux, ...peftLayer('transformer.transformer_blocks.1.attn.to_q', 3072, 8) },
      /more than one rank: 4, 8/,
    ],
    [
      'two ways of naming',
      { ...flux, ...kohyaLayer('lora_unet_double_blocks_3_img_attn_proj', 3072) },
      /more than one form/,
    ],
    [
      'layers of two base models',
      { ...sdxl, ...kohyaLayer('lora_te_text_model_encoder_layers_0_mlp_fc1', 768) },
      /different base models/,
    ],
    [
      'widths of two base models',
      {
        ...kohyaLayer(`${unet}_attn2_to_k`, 768),
        ...kohyaLayer(`${unet}_attn2_to_v`, 2048),
      },
      /different base models/,
    ],
    ['Stable Diffusion 2', kohyaLayer(`${unet}_attn2_to_k`, 1024), /Stable Diffusion 2/],
    ['a width of nobody', kohyaLayer(`${unet}_attn2_to_k`, 4096), /no base model of ours/],
    ['what leaves its base model open', kohyaLayer(`${unet}_attn1_to_q`, 640), /may be for sdxl or sd15/],
    [
      'what paints nothing',
      kohyaLayer('lora_te2_text_model_encoder_layers_0_mlp_fc1', 1280),
      /not how pictures are painted/,
    ],
  ])('%s', (_what, shapes, message) => {
    expect(() => describeShapes(shapes)).toThrow(message);
  });

  it("the old form of Replicate's SDXL trainer, and says why", () => {
    const layer = 'down_blocks.1.attentions.0.transformer_blocks.0.attn1.processor.to_q_lora';
    const shapes = { [`${layer}.down.weight`]: [32, 640], [`${layer}.up.weight`]: [640, 32] };
    expect(() => describeShapes(shapes)).toThrow(/old form of Replicate's SDXL trainer, which is incomplete/);
  });
});

it('keeps settings of the run and nothing that tells of pictures', () => {
  const settings = { format: 'pt', ss_base_model_version: 'flux.1', ss_network_dim: '16' };
  const telling = {
    ss_tag_frequency: '{"img":{"anna in the garden":1}}',
    ss_datasets: '[]',
    ss_dataset_dirs: '{"/home/anna":{}}',
    ss_training_comment: 'for Anna',
    ss_output_name: 'anna',
    'modelspec.title': 'Anna',
    'modelspec.trigger_phrase': 'ohwx anna',
    'modelspec.thumbnail': 'data:image/jpeg;base64,…',
    unknown: 'x',
    ss_seed: `1${String.fromCharCode(27)}[31m`,
    ss_optimizer: 'x'.repeat(501),
  };
  expect(describeShapes(flux, { ...settings, ...telling }).metadata).toEqual(settings);
});

describe('a job', () => {
  const description = describeShapes(flux);
  it('takes what it asked for', () => {
    expect(() => checkWeights(description, { modelType: 'flux', loraRank: 4 })).not.toThrow();
  });
  it.each([
    { modelType: 'flux', loraRank: 16 },
    { modelType: 'sdxl', loraRank: 4 },
  ] as const)('refuses another base model or rank: %j', (expected) => {
    expect(() => checkWeights(description, expected)).toThrow(
      expect.objectContaining({
        code: 'weights_mismatch',
        message: expect.stringContaining('flux with rank 4'),
      }),
    );
  });
});
