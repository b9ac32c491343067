import { z } from 'zod';

const optimizers = [
  'prodigy',
  'adam8bit',
  'adamw8bit',
  'lion8bit',
  'adam',
  'adamw',
  'lion',
  'adagrad',
  'adafactor',
] as const;

/** The input of `ostris/flux-dev-lora-trainer`. */
export const fluxTrainerInputSchema = z.strictObject({
  input_images: z.string(),
  trigger_word: z.string().default('TOK'),
  autocaption: z.boolean().default(true),
  autocaption_prefix: z.string().optional(),
  autocaption_suffix: z.string().optional(),
  steps: z.int().min(3).max(6000).default(1000),
  learning_rate: z.number().default(4e-4),
  batch_size: z.int().default(1),
  resolution: z.string().default('512,768,1024'),
  lora_rank: z.int().min(1).max(128).default(16),
  caption_dropout_rate: z.number().min(0).max(1).default(0.05),
  optimizer: z.enum(optimizers).default('adamw8bit'),
  cache_latents_to_disk: z.boolean().default(false),
  layers_to_optimize_regex: z.string().optional(),
  gradient_checkpointing: z.boolean().default(false),
  hf_repo_id: z.string().optional(),
  hf_token: z.string().optional(),
  wandb_api_key: z.string().optional(),
  wandb_project: z.string().default('flux_train_replicate'),
  wandb_run: z.string().optional(),
  wandb_entity: z.string().optional(),
  wandb_sample_interval: z.int().min(1).default(100),
  wandb_sample_prompts: z.string().optional(),
  wandb_save_interval: z.int().min(1).default(100),
  skip_training_and_use_pretrained_hf_lora_url: z.string().optional(),
});

export type FluxTrainerInput = z.infer<typeof fluxTrainerInputSchema>;

const secrets = ['hf_token', 'wandb_api_key', 'hf_api_token', 'civitai_api_token'];

/** An input as it is shown afterwards: as it was sent, without what is secret. */
export function hideSecrets(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, secrets.includes(name) ? '[REDACTED]' : value]),
  );
}
