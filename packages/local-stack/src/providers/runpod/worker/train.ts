import { DatasetRefusedError } from '../../datasets/dataset-refused-error.ts';
import { type Dataset, readDataset } from '../../datasets/read-dataset.ts';
import { loraMetadata } from '../../lora/lora-metadata.ts';
import type { LoraTraits } from '../../lora/lora-traits.ts';
import { writeLora } from '../../lora/write-lora.ts';
import type { TrainingInput, TrainingOutput } from '../worker-contract.ts';
import { meetTrouble } from './meet-trouble.ts';
import { createSampler, type Sampler } from './paint-samples.ts';
import { createTrainingReporter, lossAt, type TrainingReporter } from './training-report.ts';
import { upload } from './upload.ts';
import { WorkerError } from './worker-error.ts';
import type { WorkerRun } from './worker-run.ts';

/** Simulated ms. */
const downloadMs = 8_000;
const preparePictureMs = 500;
const stepMs = { flux: 1_100, sdxl: 700, sd15: 300 } as const;
const uploadMs = 15_000;
/** How many reports a training makes of its steps, at most. */
const mostReports = 100;

/** A training: reads the pictures, and leaves a LoRA that looks like them. */
export async function train(input: TrainingInput, run: WorkerRun): Promise<TrainingOutput> {
  const { steps, batch_size: batchSize, lora_rank: rank } = input.config;
  const secondsPerStep = (stepMs[input.model_type] * batchSize) / 1000;
  const reporter = createTrainingReporter(input, { secondsPerStep, uploadSeconds: uploadMs / 1000 }, run);
  const { palette, mark } = await prepare(input, reporter, run);
  const traits = { palette, mark, triggerWord: input.trigger_word, modelType: input.model_type };
  const sampler = createSampler(input, traits, run);
  await takeSteps({ steps, secondsPerStep, reporter, sampler }, run);

  reporter.log(`model saved: ${input.run_key}.safetensors`);
  reporter.report({ stage: 'uploading', step: steps, samples: sampler.samples.length });
  return {
    artifact: await deliver({ input, traits, rank }, run),
    samples: sampler.samples,
    steps,
    loss: lossAt(steps, steps, input.run_key),
    metadata: publicMetadata(traits, rank),
    gpu_seconds: run.gpuSeconds(),
  };
}

async function prepare(input: TrainingInput, reporter: TrainingReporter, run: WorkerRun): Promise<Dataset> {
  reporter.report({ stage: 'downloading', step: 0, samples: 0 });
  await run.sleep(downloadMs);
  const dataset = await openDataset(input.dataset_url, run);
  reporter.log(`found ${dataset.imageCount} images, ${dataset.captionCount} captions`);
  reporter.log(`total optimization steps: ${input.config.steps}`);
  reporter.report({ stage: 'preparing', step: 0, samples: 0 });
  await run.sleep(dataset.imageCount * preparePictureMs);
  return dataset;
}

async function openDataset(url: string, run: WorkerRun): Promise<Dataset> {
  try {
    return await readDataset(url, run);
  } catch (error) {
    run.signal.throwIfAborted();
    if (!DatasetRefusedError.isInstance(error)) throw error;
    const type = error.reason === 'download' ? 'DownloadError' : 'DatasetRefusedError';
    throw new WorkerError(type, error.message, error);
  }
}

interface Training {
  steps: number;
  secondsPerStep: number;
  reporter: TrainingReporter;
  sampler: Sampler;
}

async function takeSteps(
  { steps, secondsPerStep, reporter, sampler }: Training,
  run: WorkerRun,
): Promise<void> {
  for (let before = 0; before < steps; ) {
    const step = nextStop(before, steps, sampler.stops);
    await run.sleep((step - before) * secondsPerStep * 1000);
    await sampler.paintAt(step);
    reporter.report({ stage: 'training', step, samples: sampler.samples.length });
    if (before < steps / 2 && step >= steps / 2) await meetTrouble(run);
    before = step;
  }
}

/** The next step at which something happens. */
function nextStop(step: number, steps: number, stops: readonly number[]): number {
  const report = step + Math.ceil(steps / mostReports);
  return Math.min(steps, report, ...stops.filter((stop) => stop > step));
}

async function deliver(
  { input, traits, rank }: { input: TrainingInput; traits: LoraTraits; rank: number },
  run: WorkerRun,
): Promise<TrainingOutput['artifact']> {
  await run.sleep(uploadMs);
  const sizeBytes = run.faults.take(run.place, 'size')?.sizeBytes ?? run.weightsBytes;
  const lora = writeLora({ modelType: input.model_type, rank, traits, sizeBytes });
  return upload(input.upload_urls[0], lora, run);
}

/** Captions and their tags tell what the pictures show. */
function publicMetadata(traits: LoraTraits, rank: number): Record<string, string> {
  const { ss_tag_frequency: _tags, ...metadata } = loraMetadata(traits, rank);
  return metadata;
}
