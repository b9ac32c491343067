import type { StartGenerationCall } from '../image-provider.ts';
import type { StartTrainingCall } from '../training-provider.ts';
import type { CanReach } from './replicate-reach.ts';

/** What the flux trainer takes. Anything that could publish a model or bring a foreign one is not on the list. */
export function toTrainingInput({ archiveUrl, triggerWord, config }: StartTrainingCall) {
  return {
    input_images: archiveUrl,
    trigger_word: triggerWord,
    autocaption: config.autocaption,
    steps: config.steps,
    learning_rate: config.learningRate,
    batch_size: config.batchSize,
    resolution: config.resolution,
    lora_rank: config.loraRank,
    caption_dropout_rate: config.captionDropout,
    optimizer: config.optimizer,
  };
}

/** What `flux-dev-lora` takes: one LoRA or two, and no negative prompt. */
export function toGenerationInput(call: StartGenerationCall) {
  const [main] = call.loras;
  return {
    ...toPictureInput(call),
    ...(main && { lora_weights: main.url, lora_scale: main.scale }),
    guidance: call.settings.guidance,
  };
}

/** What a version takes that was trained: it has the first LoRA in itself, and another name for the guidance. */
export function toTrainedInput(call: StartGenerationCall) {
  const [main] = call.loras;
  return {
    ...toPictureInput(call),
    ...(main && { lora_scale: main.scale }),
    model: 'dev',
    guidance_scale: call.settings.guidance,
  };
}

function toPictureInput({ prompt, loras, imageCount, settings }: StartGenerationCall) {
  const [, extra] = loras;
  return {
    prompt,
    ...(extra && { extra_lora: extra.url, extra_lora_scale: extra.scale }),
    num_outputs: imageCount,
    aspect_ratio: settings.aspectRatio,
    megapixels: settings.megapixels,
    num_inference_steps: settings.inferenceSteps,
    seed: settings.seed,
    output_format: settings.outputFormat,
    output_quality: settings.outputQuality,
    go_fast: settings.fast,
    disable_safety_checker: false,
  };
}

/**
 * Two rings tell all that a look would not find by itself. An address that Replicate cannot reach is not sent: it refuses
 * some of them, and whoever has one looks anyway.
 */
export function toWebhook(webhookUrl: string | undefined, canReach: CanReach) {
  if (webhookUrl === undefined || !canReach(webhookUrl)) return {};
  return { webhook: webhookUrl, webhook_events_filter: ['start', 'completed'] };
}

/** Under which an archive is handed over, or downloaded. */
export const toArchiveName = (runKey: string): string => `${runKey}.zip`;

const archiveName = /^(training-[\w-]{1,100})\.zip$/;

/** The run's key, from the name of its archive. */
export const readArchiveName = (name: string | null | undefined): string | null =>
  archiveName.exec(name ?? '')?.[1] ?? null;

/** The run's key, from the name that our signed address gives the archive: the only mark Replicate keeps for us. */
export function readRunKey(archiveUrl: string | null | undefined): string | null {
  if (!archiveUrl || !URL.canParse(archiveUrl)) return null;
  return readArchiveName(new URL(archiveUrl).searchParams.get('download'));
}
