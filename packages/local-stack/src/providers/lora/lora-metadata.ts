import { createHash } from 'node:crypto';
import { type LoraTraits, traitsKey } from './lora-traits.ts';

const modelName = 'act-simulation';

/** What the real trainers say about a file, with the traits beside it. */
export function loraMetadata(traits: LoraTraits, rank: number): Record<string, string> {
  const facts = traits.modelType === 'flux' ? fluxMetadata(traits) : kohyaMetadata(traits, rank);
  return { ...facts, [traitsKey]: JSON.stringify(traits) };
}

/** As ai-toolkit writes it, which is what Replicate's trainer runs. */
function fluxMetadata(traits: LoraTraits): Record<string, string> {
  const hash = createHash('sha256').update(JSON.stringify(traits)).digest('hex');
  return {
    format: 'pt',
    software: JSON.stringify({
      name: 'ai-toolkit',
      repo: 'https://github.com/ostris/ai-toolkit',
      version: '0.1.0',
    }),
    training_info: JSON.stringify({ step: 1000, epoch: 0 }),
    ss_base_model_version: 'flux.1',
    ss_output_name: 'flux_train_replicate',
    ss_tag_frequency: JSON.stringify({ '1_dataset': { [traits.triggerWord]: 1 } }),
    sshs_model_hash: hash,
    sshs_legacy_hash: hash.slice(0, 8),
  };
}

function kohyaMetadata({ modelType, triggerWord }: LoraTraits, rank: number): Record<string, string> {
  const isXl = modelType === 'sdxl';
  const side = isXl ? 1024 : 512;
  return {
    ss_v2: 'False',
    ss_base_model_version: isXl ? 'sdxl_base_v1-0' : 'sd_v1',
    ss_network_module: 'networks.lora',
    ss_network_dim: String(rank),
    ss_network_alpha: String(rank),
    ss_network_args: '{}',
    ss_output_name: modelName,
    ss_mixed_precision: 'bf16',
    ss_resolution: `(${side}, ${side})`,
    ss_tag_frequency: JSON.stringify({ img: { [triggerWord]: 1 } }),
    'modelspec.sai_model_spec': '1.0.1',
    'modelspec.architecture': `stable-diffusion-${isXl ? 'xl-v1-base' : 'v1'}/lora`,
    'modelspec.implementation': 'https://github.com/Stability-AI/generative-models',
    'modelspec.title': modelName,
    'modelspec.resolution': `${side}x${side}`,
    'modelspec.trigger_phrase': triggerWord,
  };
}
