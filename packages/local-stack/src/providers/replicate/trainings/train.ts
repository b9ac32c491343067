import { z } from 'zod';
import { DatasetRefusedError } from '../../datasets/dataset-refused-error.ts';
import { type Dataset, datasetSchema, readDataset } from '../../datasets/read-dataset.ts';
import type { LoraTraits } from '../../lora/lora-traits.ts';
import { nameOf } from '../models/model.ts';
import type { ReplicateParts } from '../replicate-parts.ts';
import { collectOnce } from '../runs/collect-once.ts';
import { runPlace } from '../runs/plan-with-faults.ts';
import { type Run, RunFailure, type RunPlan } from '../runs/run.ts';
import type { Prepare } from '../runs/run-lifecycle.ts';
import type { FluxTrainerInput } from './trainer-input.ts';
import { createTrainingLog } from './training-logs.ts';

const refusedAfterMs = 9_500;

const refusalSchema = z.object({
  failure: z.string(),
  /** As Python names what was raised. */
  raised: z.enum(['ValueError', 'Exception']),
});
type Refusal = z.infer<typeof refusalSchema>;

const materialSchema = z.union([datasetSchema, refusalSchema]);

/** A flux training: reads the pictures when it begins, and leaves a LoRA that looks like them. */
export function prepareTraining(input: FluxTrainerInput, parts: ReplicateParts): Prepare {
  return async (run) => {
    const material = await collectOnce(run, materialSchema, () => openPictures(run, input, parts));
    return 'failure' in material
      ? planRefusal(material)
      : planTraining(run, { input, dataset: material }, parts);
  };
}

async function openPictures(
  run: Run,
  input: FluxTrainerInput,
  parts: ReplicateParts,
): Promise<Dataset | Refusal> {
  const { signal } = run.stopping;
  try {
    return await readDataset(input.input_images, { fetch: parts.fetchFor(run.account), signal });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const raised = DatasetRefusedError.isInstance(error) ? 'ValueError' : 'Exception';
    return { failure: error.message, raised };
  }
}

interface TrainingMaterial {
  input: FluxTrainerInput;
  dataset: Dataset;
}

function planTraining(run: Run, { input, dataset }: TrainingMaterial, parts: ReplicateParts): RunPlan {
  const { imageCount, captionCount, palette, mark } = dataset;
  const log = createTrainingLog({
    imageCount,
    captionsToWrite: input.autocaption ? imageCount - captionCount : 0,
    steps: input.steps,
    learningRate: input.learning_rate,
    seed: run.createdAt % 1000,
    speed: parts.clock.speed(),
  });
  const traits: LoraTraits = { palette, mark, triggerWord: input.trigger_word, modelType: 'flux' };
  return {
    durationMs: log.durationMs,
    logsAt: log.at,
    logMoments: log.moments,
    finish: () => deliver(run, { input, traits, imageCount }, parts),
  };
}

interface TrainedModel {
  input: FluxTrainerInput;
  traits: LoraTraits;
  imageCount: number;
}

/** The archive of what was trained, and a new version of the destination that runs it. */
async function deliver(run: Run, { input, traits, imageCount }: TrainedModel, parts: ReplicateParts) {
  const { models, outputs, faults, clock } = parts;
  const destination = models.find(run.destination ?? '', run.account.username);
  if (!destination) throw new RunFailure('The training destination no longer exists.');
  const place = runPlace(run);
  const weightsBytes = faults.take(place, 'size')?.sizeBytes ?? parts.weightsBytes;
  const isCutShort = faults.take(place, 'truncate') !== null;
  const weights = await outputs.add('trained_model.tar', {
    runId: run.id,
    contentType: 'application/x-tar',
    traits,
    recipe: { of: 'archive', input, traits, imageCount, weightsBytes, madeAt: clock.now(), isCutShort },
  });
  if (faults.take(place, 'expire')) outputs.removeOf(run.id);
  const version = models.addVersion(destination, { program: 'trained-flux', traits, createdAt: clock.now() });
  return { version: `${nameOf(destination)}:${version.id}`, weights };
}

function planRefusal({ failure, raised }: Refusal): RunPlan {
  return {
    durationMs: refusedAfterMs,
    logsAt: (ms) =>
      ms < refusedAfterMs
        ? 'Downloading base weights\n'
        : `Downloading base weights\nTraceback (most recent call last):\n${raised}: ${failure}\n`,
    failure,
    finish: async () => null,
  };
}
