import type { GeneratedImage, Generation } from '../api/answers.ts';
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
  replicate_training_id: null,
  error_code: null,
  error_message: null,
  cancel_requested_at: null,
  created_at: '2026-11-20T12:00:00Z',
  updated_at: '2026-11-20T12:30:00Z',
  deleted_at: null,
  ...changes,
});
