import type { StartGenerationCall } from '../image-provider.ts';
import type { StartTrainingCall } from '../training-provider.ts';

const runId = '3f0c5c52-6d0e-4d0a-9b1e-0d8f2f6a4c11';

/** A training as a job would start it. */
export function sampleTrainingCall(fields: Partial<StartTrainingCall> = {}): StartTrainingCall {
  const { runKey = `training-${runId}-1` } = fields;
  return {
    runKey,
    brandId: 'acme',
    modelType: 'flux',
    archiveUrl: `https://act.example/storage/v1/object/sign/archives/acme/1.zip?token=abc&download=${runKey}.zip`,
    triggerWord: 'user42585527',
    config: {
      steps: 1000,
      learningRate: 4e-4,
      batchSize: 1,
      loraRank: 16,
      resolution: '512,768,1024',
      optimizer: 'adamw8bit',
      autocaption: true,
      captionDropout: 0.05,
      numRepeats: 10,
      seed: null,
    },
    deadlineMs: 2 * 60 * 60_000,
    ...fields,
  };
}

/** Four pictures as a generation would ask for them. */
export function sampleGenerationCall(fields: Partial<StartGenerationCall> = {}): StartGenerationCall {
  return {
    runKey: `generation-${runId}-1`,
    brandId: 'acme',
    modelType: 'flux',
    prompt: 'a photo of user42585527 on a billboard',
    loras: [
      {
        url: 'https://act.example/storage/v1/object/sign/models/acme/flux-lora-v1.safetensors?token=abc',
        scale: 1,
      },
    ],
    imageCount: 4,
    settings: {
      aspectRatio: '1:1',
      outputFormat: 'png',
      outputQuality: 90,
      guidance: 3.5,
      inferenceSteps: 28,
      seed: 7,
      megapixels: '1',
      fast: false,
    },
    deadlineMs: 10 * 60_000,
    ...fields,
  };
}
