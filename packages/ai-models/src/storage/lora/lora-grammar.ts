import type { ModelType } from '../../training/model-type.ts';

/** How a LoRA's tensors are called: as kohya's scripts do, or as diffusers and peft do. */
export type LoraFormat = 'kohya' | 'peft';

/** What one tensor is, by its name. */
export interface LoraName {
  /** In whose words it is named. */
  readonly format: LoraFormat;
  /** The layer of the base model that it adapts, in the file's own words. */
  readonly layer: string;
  /** Which part of its layer it is. */
  readonly part: 'down' | 'up' | 'alpha';
  /** The base models that have such a layer. */
  readonly modelTypes: readonly ModelType[];
  /** Whether the layer is of what paints, not of what encodes the prompt. */
  readonly isPainter: boolean;
  /** Whether the layer takes in the encoded prompt, so that its width tells the base model. */
  readonly readsPrompt: boolean;
}

/** Layers that a LoRA may adapt; `{n}` is a number from 0 to n. */
interface LayerRule {
  readonly modelTypes: readonly ModelType[];
  /** What stands before the layer in kohya's names, where a dot of the layer is an underscore. */
  readonly kohya?: string;
  /** What stands before it in peft's names. */
  readonly peft?: string;
  readonly layer: string;
}

const attention = 'attn[12].(to_q|to_k|to_v|to_out.0)';
const transformer = `proj_in|proj_out|transformer_blocks.{9}.(${attention}|ff.net.(0.proj|2))`;
const clip = '(self_attn.(q_proj|k_proj|v_proj|out_proj)|mlp.(fc1|fc2))';
const clipSmall = `text_model.encoder.layers.{11}.${clip}`;
const clipLarge = `text_model.encoder.layers.{31}.${clip}`;
const t5 = 'encoder.block.{23}.layer.(0.SelfAttention.(q|k|v|o)|1.DenseReluDense.(wi_0|wi_1|wo))';
const fluxAttention = 'to_q|to_k|to_v|to_out.0|add_q_proj|add_k_proj|add_v_proj|to_add_out';

const painterRules: readonly LayerRule[] = [
  // FLUX.1 in its authors' words
  {
    modelTypes: ['flux'],
    kohya: 'lora_unet_',
    peft: 'diffusion_model.',
    layer:
      'double_blocks.{18}.(img|txt)_(attn.proj|attn.qkv|mlp.0|mlp.2|mod.lin)' +
      '|single_blocks.{37}.(linear1|linear2|modulation.lin)',
  },
  // FLUX.1 in diffusers' words, as ai-toolkit and with it Replicate write
  {
    modelTypes: ['flux'],
    peft: 'transformer.',
    layer:
      `transformer_blocks.{18}.(attn.(${fluxAttention})|(ff|ff_context).net.(0.proj|2)|(norm1|norm1_context).linear)` +
      '|single_transformer_blocks.{37}.(attn.(to_q|to_k|to_v)|proj_mlp|proj_out|norm.linear)',
  },
  // Stable Diffusion in diffusers' words
  {
    modelTypes: ['sdxl', 'sd15'],
    kohya: 'lora_unet_',
    peft: 'unet.',
    layer:
      `(down_blocks.{3}|up_blocks.{3}|mid_block).(attentions.{2}.(${transformer})` +
      '|resnets.{2}.(conv1|conv2|conv_shortcut|time_emb_proj)|(downsamplers|upsamplers).0.conv)',
  },
  // SDXL in its authors' words
  {
    modelTypes: ['sdxl'],
    kohya: 'lora_unet_',
    layer:
      `(input_blocks.{8}.{1}|middle_block.{2}|output_blocks.{8}.{2}).(${transformer}` +
      '|in_layers.2|out_layers.3|emb_layers.1|skip_connection|op|conv)',
  },
];

const encoderRules: readonly LayerRule[] = [
  { modelTypes: ['sd15'], kohya: 'lora_te_', layer: clipSmall },
  { modelTypes: ['flux', 'sdxl'], kohya: 'lora_te1_', layer: clipSmall },
  { modelTypes: ['flux', 'sdxl', 'sd15'], peft: 'text_encoder.', layer: clipSmall },
  { modelTypes: ['sdxl'], kohya: 'lora_te2_', peft: 'text_encoder_2.', layer: clipLarge },
  { modelTypes: ['flux'], kohya: 'lora_te2_', peft: 'text_encoder_2.', layer: t5 },
  { modelTypes: ['flux'], kohya: 'lora_te3_', layer: t5 },
];

interface LayerPattern {
  pattern: RegExp;
  modelTypes: readonly ModelType[];
  isPainter: boolean;
}

const patternsOf = (format: LoraFormat): LayerPattern[] =>
  [...painterRules, ...encoderRules].flatMap((rule) => {
    const prefix = rule[format];
    const { modelTypes, layer } = rule;
    if (prefix === undefined) return [];
    const isPainter = painterRules.includes(rule);
    return [{ pattern: toPattern(format, `${prefix}(${layer})`), modelTypes, isPainter }];
  });

function toPattern(format: LoraFormat, words: string): RegExp {
  const numbered = words.replace(/\{(\d+)\}/g, (_all, last: string) => `(${upTo(Number(last))})`);
  return new RegExp(`^${numbered.replaceAll('.', format === 'kohya' ? '_' : String.raw`\.`)}$`);
}

const upTo = (last: number) => Array.from({ length: last + 1 }, (_, number) => number).join('|');

const patterns: Readonly<Record<LoraFormat, readonly LayerPattern[]>> = {
  kohya: patternsOf('kohya'),
  peft: patternsOf('peft'),
};

const endings: Readonly<Record<string, Pick<LoraName, 'format' | 'part'>>> = {
  '.lora_down.weight': { format: 'kohya', part: 'down' },
  '.lora_up.weight': { format: 'kohya', part: 'up' },
  '.alpha': { format: 'kohya', part: 'alpha' },
  '.lora_A.weight': { format: 'peft', part: 'down' },
  '.lora_B.weight': { format: 'peft', part: 'up' },
  '.lora.down.weight': { format: 'peft', part: 'down' },
  '.lora.up.weight': { format: 'peft', part: 'up' },
};

/** What a tensor is; null where no LoRA that can be used has one of this name. */
export function parseLoraName(name: string): LoraName | null {
  const [ending, meaning] = Object.entries(endings).find(([text]) => name.endsWith(text)) ?? [];
  if (ending === undefined || meaning === undefined) return null;
  const layer = name.slice(0, -ending.length);
  const found = patterns[meaning.format].find(({ pattern }) => pattern.test(layer));
  if (found === undefined) return null;
  const { modelTypes, isPainter } = found;
  const readsPrompt = isPainter && /attn2[._]to_[kv]$/.test(layer);
  return { ...meaning, layer, modelTypes, isPainter, readsPrompt };
}

/** A name in the form in which Replicate's trainer for SDXL saves. */
export const isOldReplicateName = (name: string): boolean =>
  /\.processor\.to_(q|k|v|out)_lora\.(down|up)\.weight$/.test(name);
