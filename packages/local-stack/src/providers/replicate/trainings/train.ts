import { DatasetRefusedError } from '../../datasets/dataset-refused-error.ts';
import { readDataset } from '../../datasets/read-dataset.ts';
import type { LoraTraits } from '../../lora/lora-traits.ts';
import { writeLora } from '../../lora/write-lora.ts';
import { sliceBytes } from '../../serving/bytes.ts';
import { nameOf } from '../models/model.ts';
import { writeTar } from '../outputs/tar.ts';
import type { ReplicateParts } from '../replicate-parts.ts';
import { runPlace } from '../runs/plan-with-faults.ts';
import { type Run, RunFailure, type RunPlan } from '../runs/run.ts';
import type { Prepare } from '../runs/run-lifecycle.ts';
import { trainedFiles } from './trained-files.ts';
import type { FluxTrainerInput } from './trainer-input.ts';
import { createTrainingLog } from './training-logs.ts';

const refusedAfterMs = 9_500;

/** A flux training: reads the pictures when it begins, and leaves a LoRA that looks like them. */
export function prepareTraining(input: FluxTrainerInput, parts: ReplicateParts): Prepare {
  return async (run) => {
    const fetch = parts.fetchFor(run.account);
    try {
      const dataset = await readDataset(input.input_images, { fetch, signal: run.stopping.signal });
      return planTraining(run, { input, dataset }, parts);
    } catch (error) {
      return refuse(error);
    }
  };
}

interface TrainingMaterial {
  input: FluxTrainerInput;
  dataset: Awaited<ReturnType<typeof readDataset>>;
}

function planTraining(run: Run, { input, dataset }: TrainingMaterial, parts: ReplicateParts): RunPlan {
  const { imageCount, captionCount, palette, mark } = dataset;
  const log = createTrainingLog({
    imageCount,
    captionsToWrite: input.autocaption ? imageCount - captionCount : 0,
    steps: input.steps,
    learningRate: input.learning_rate,
    seed: run.createdAt % 1000,
  });
  const traits: LoraTraits = { palette, mark, triggerWord: input.trigger_word, modelType: 'flux' };
  return {
    durationMs: log.durationMs,
    logsAt: log.at,
    logMoments: log.moments,
    finish: async () => deliver(run, { input, traits, imageCount }, parts),
  };
}

interface TrainedModel {
  input: FluxTrainerInput;
  traits: LoraTraits;
  imageCount: number;
}

/** The archive of what was trained, and a new version of the destination that runs it. */
function deliver(run: Run, { input, traits, imageCount }: TrainedModel, parts: ReplicateParts) {
  const { models, outputs, faults, clock, weightsBytes } = parts;
  const destination = models.find(run.destination ?? '', run.account.username);
  if (!destination) throw new RunFailure('The training destination no longer exists.');
  const place = runPlace(run);
  const sizeBytes = faults.take(place, 'size')?.sizeBytes ?? weightsBytes;
  const lora = writeLora({ modelType: 'flux', rank: input.lora_rank, traits, sizeBytes });
  const archive = writeTar(trainedFiles({ lora, input, imageCount }), clock.now());
  const kept = faults.take(place, 'truncate') ? cutShort(archive) : archive;
  const weights = outputs.add('trained_model.tar', {
    ...kept,
    runId: run.id,
    contentType: 'application/x-tar',
    traits,
  });
  if (faults.take(place, 'expire')) outputs.removeOf(run.id);
  const version = models.addVersion(destination, { program: 'trained-flux', traits, createdAt: clock.now() });
  return { version: `${nameOf(destination)}:${version.id}`, weights };
}

function refuse(error: unknown): RunPlan {
  if (!(error instanceof Error)) throw error;
  const failure = error.message;
  const isRefused = DatasetRefusedError.isInstance(error);
  return {
    durationMs: refusedAfterMs,
    logsAt: (ms) =>
      ms < refusedAfterMs
        ? 'Downloading base weights\n'
        : `Downloading base weights\nTraceback (most recent call last):\n${isRefused ? 'ValueError' : 'Exception'}: ${failure}\n`,
    failure,
    finish: async () => null,
  };
}

/** As an upload leaves it that broke off unnoticed. */
function cutShort(archive: { sizeBytes: number; stream(): ReadableStream<Uint8Array> }) {
  const sizeBytes = Math.floor(archive.sizeBytes * 0.6);
  return { sizeBytes, stream: () => sliceBytes(archive, 0, sizeBytes) };
}
