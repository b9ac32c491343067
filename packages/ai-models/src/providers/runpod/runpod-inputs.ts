import type { AspectRatio, StartGenerationCall } from '../image-provider.ts';
import type { Delivery } from '../run.ts';
import type { StartTrainingCall } from '../training-provider.ts';

// What our image takes. RunPod shows all of it to webhooks: nothing but addresses that live as long as the run.

/** A training; repeats and seed are known here. */
export function toTrainingInput(call: StartTrainingCall, delivery: Delivery) {
  const { config } = call;
  return {
    task: 'train',
    ...toDelivery(call.runKey, delivery),
    model_type: call.modelType,
    dataset_url: call.archiveUrl,
    trigger_word: call.triggerWord,
    ...(call.samplePrompts && { sample_prompts: call.samplePrompts }),
    config: {
      steps: config.steps,
      learning_rate: config.learningRate,
      batch_size: config.batchSize,
      lora_rank: config.loraRank,
      resolution: config.resolution,
      optimizer: config.optimizer,
      caption_dropout: config.captionDropout,
      num_repeats: config.numRepeats,
      seed: config.seed,
    },
  };
}

/** Pictures; what a base model does not know is left out. */
export function toGenerationInput(call: StartGenerationCall, delivery: Delivery) {
  const { settings, modelType } = call;
  const { outputFormat, negativePrompt } = settings;
  return {
    task: 'generate',
    ...toDelivery(call.runKey, delivery),
    model_type: modelType,
    prompt: call.prompt,
    ...(negativePrompt && modelType !== 'flux' && { negative_prompt: negativePrompt }),
    loras: call.loras.map(({ url, scale }) => ({ url, scale })),
    image_count: call.imageCount,
    ...toSize(settings.aspectRatio, modelType === 'sd15' ? '0.25' : settings.megapixels),
    guidance: settings.guidance,
    steps: settings.inferenceSteps,
    seed: settings.seed,
    output_format: outputFormat,
    ...(outputFormat !== 'png' && { output_quality: Math.max(1, settings.outputQuality) }),
  };
}

function toDelivery(runKey: string, { lockUrl, uploadUrls }: Delivery) {
  return { run_key: runKey, lock_url: lockUrl, upload_urls: uploadUrls };
}

/** Width and height at one megapixel; at a quarter, which is where sd15 is at home, half as long. */
const sizes: Readonly<Record<AspectRatio, readonly [width: number, height: number]>> = {
  '1:1': [1024, 1024],
  '16:9': [1344, 768],
  '21:9': [1536, 640],
  '3:2': [1216, 832],
  '2:3': [832, 1216],
  '4:5': [896, 1088],
  '5:4': [1088, 896],
  '3:4': [896, 1152],
  '4:3': [1152, 896],
  '9:16': [768, 1344],
  '9:21': [640, 1536],
};

function toSize(aspectRatio: AspectRatio, megapixels: '1' | '0.25') {
  const [width, height] = sizes[aspectRatio];
  return megapixels === '1' ? { width, height } : { width: width / 2, height: height / 2 };
}

const minute = 60_000;
const week = 7 * 24 * 60 * minute;
/** How long RunPod keeps a result. */
const kept = 30 * minute;

/** Without it a run ends after ten minutes. The second clock starts when it is sent, and takes the result along. */
export function toPolicy(deadlineMs: number) {
  const executionTimeout = Math.round(Math.min(Math.max(deadlineMs, 5_000), week));
  return { executionTimeout, ttl: Math.min(executionTimeout + kept, week) };
}
