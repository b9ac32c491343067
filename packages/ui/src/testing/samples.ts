import type { GeneratedImage, Generation, TrainingJob, TrainingRules } from '../api/answers.ts';
import type { Lora } from '../api/lora-answers.ts';

/** A picture as the interface tells of it, with nothing special about it but what a test names. */
export const sampleImage = (id: string, changes: Partial<GeneratedImage> = {}): GeneratedImage => ({
  id,
  position: 0,
  path: '',
  thumbnailPath: null,
  contentType: 'image/png',
  sizeBytes: null,
  sha256: null,
  url: '',
  thumbnailUrl: null,
  width: null,
  height: null,
  seed: null,
  rating: null,
  isStarred: false,
  ...changes,
});

/** The same of a wish for pictures that was fulfilled. */
export const sampleGeneration = (id: string, changes: Partial<Generation> = {}): Generation => ({
  id,
  brandId: 'acmecompany',
  status: 'completed',
  progress: 100,
  modelId: 'flux-lora-v1',
  modelName: 'flux-lora-v1',
  secondModelId: null,
  secondModelName: null,
  prompt: id,
  settings: {},
  requestedImages: 1,
  images: [],
  error: null,
  costUsd: null,
  cancelRequestedAt: null,
  createdAt: '2026-11-20T12:00:00Z',
  completedAt: null,
  ...changes,
});

/** A training that is done, with nothing special about it but what a test names. */
export const sampleJob = (id: string, changes: Partial<TrainingJob> = {}): TrainingJob => ({
  id,
  brandId: 'acmecompany',
  name: id,
  description: null,
  modelType: 'flux',
  subjectKind: 'style',
  status: 'completed',
  stage: null,
  progress: 100,
  triggerWord: null,
  config: null,
  trainingAssetIds: [],
  metadata: {},
  provider: null,
  providerJobId: null,
  error: null,
  sharing: null,
  modelUrl: null,
  sampleImageUrls: [],
  retryOf: null,
  estimatedCompletion: null,
  estimatedCostUsd: null,
  costUsd: null,
  gpuSeconds: null,
  cancelRequestedAt: null,
  createdAt: '2026-11-20T12:00:00Z',
  startedAt: null,
  completedAt: null,
  deletedAt: null,
  ...changes,
});

/** A LoRA that is trained, with nothing special about it but what a test names. */
export const sampleLora = (id: string, changes: Partial<Lora> = {}): Lora => ({
  id,
  name: id,
  description: null,
  type: 'style',
  model_type: 'flux',
  trigger_word: `${id}word`,
  image_ids: [],
  status: 'completed',
  progress: 100,
  lora_url: `models/lora-studio/somebody/${id}-v1.safetensors`,
  model_id: `${id}-v1`,
  sharing: null,
  is_others: false,
  shared_at: null,
  sample_urls: [],
  replicate_training_id: null,
  error_code: null,
  error_message: null,
  cancel_requested_at: null,
  created_at: '2026-11-20T12:00:00Z',
  updated_at: '2026-11-20T12:30:00Z',
  deleted_at: null,
  ...changes,
});

const settings = {
  steps: 1000,
  learningRate: 1e-4,
  batchSize: 1,
  loraRank: 16,
  resolution: '1024',
  optimizer: 'adamw8bit',
  autocaption: true,
  captionDropout: 0.05,
  numRepeats: 10,
  seed: null,
};
const range = (minimum: number, maximum: number) => ({ minimum, maximum });
const sampleRulesOf = (
  modelType: TrainingRules['items'][number]['modelType'],
  provider: string,
  learningRate: number,
) => ({
  modelType,
  provider,
  presets: {
    quick: { ...settings, learningRate, steps: 500 },
    standard: { ...settings, learningRate },
    best: { ...settings, learningRate, steps: 2500, loraRank: 32 },
  },
  bounds: {
    steps: range(3, 6000),
    learningRate: range(1e-6, 1e-2),
    batchSize: range(1, 8),
    loraRank: range(1, 128),
    resolution: range(512, 1536),
    numRepeats: range(1, 100),
    optimizers: ['adamw8bit', 'prodigy'],
    ignored: [],
  },
});

/** What can be chosen for a training, as the interface says it. */
export const sampleRules: TrainingRules = {
  items: [sampleRulesOf('flux', 'replicate', 4e-4), sampleRulesOf('sdxl', 'runpod', 1e-4)],
  prodigyLearningRate: { minimum: 0.1, maximum: 1, usual: 1 },
};
