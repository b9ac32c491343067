import { randomUUID } from 'node:crypto';
import { zipPictures } from './pictures.ts';
import type { Storage } from './storage.ts';

export type ModelType = 'flux' | 'sdxl' | 'sd15';

const config = {
  steps: 20,
  learning_rate: 1e-4,
  batch_size: 1,
  lora_rank: 8,
  resolution: '512,1024',
  optimizer: 'adamw8bit',
  caption_dropout: 0.05,
  num_repeats: 10,
  seed: 7,
};

/** What the library sends, in the contract's words. */
export async function trainingInput(
  storage: Storage,
  changes: { config?: object; [field: string]: unknown } = {},
) {
  return {
    task: 'train',
    run_key: `training-${randomUUID()}-1`,
    lock_url: storage.openUpload(),
    model_type: 'sdxl',
    dataset_url: storage.publish(await zipPictures()),
    trigger_word: 'user1',
    upload_urls: [storage.openUpload()],
    ...changes,
    config: { ...config, ...changes.config },
  };
}
