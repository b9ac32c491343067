import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { listPrices, type PriceRow } from '../database/prices.ts';
import { listJobs } from '../database/queries.ts';
import type { JobRow } from '../database/training-jobs.ts';
import { AiModelsError } from '../errors/index.ts';
import { estimateRun, gpuSecondsFor, type RunEstimate } from '../jobs/run-estimate.ts';
import type { ProviderId } from '../providers/run.ts';
import { parseInput } from '../shared/parse-input.ts';
import { type ModelType, modelTypes } from './model-type.ts';
import type { Trainer } from './trainer.ts';
import { trainerFor } from './trainers.ts';
import { parseTrainingWish, type TrainingConfig, type TrainingConfigInput } from './training-config.ts';

/** What a training is expected to take; amounts to the cent. */
export interface TrainingQuote extends RunEstimate {
  /** The base model. */
  readonly modelType: ModelType;
}

/** Which training is asked about. */
export interface QuoteTrainingOptions {
  /** What to train for. */
  readonly modelType: ModelType;
  /** As createTrainingJob takes it; what is left out is filled in. */
  readonly config?: TrainingConfigInput | undefined;
}

const optionsSchema = z.strictObject({ modelType: z.enum(modelTypes), config: z.unknown().optional() });

/** Says what a training will take and cost, before it does. */
export async function quoteTraining(
  context: AiModelsContext,
  options: QuoteTrainingOptions,
): Promise<TrainingQuote> {
  const { modelType, config = {} } = parseInput(optionsSchema, options, { subject: 'The quote' });
  const trainer = trainerFor(modelType);
  const wish = parseTrainingWish(config, { modelType, provider: trainer.provider });
  const prices = await listPrices(context, { kind: 'training', modelType });
  const price = prices.find(({ provider }) => provider === trainer.provider);
  if (!price) throw noPrice(modelType, trainer.provider);
  const ratios = await listRatios(context, price, trainer);
  return { modelType, ...estimateRun(price, { units: unitsOf(wish.config), ratios, toUsd: 0.01 }) };
}

/** A step takes longer with every picture in it. */
const unitsOf = ({ steps, batchSize }: Pick<TrainingConfig, 'steps' | 'batchSize'>) => steps * batchSize;

/** How much longer or shorter than the table says finished trainings took. */
async function listRatios(
  context: AiModelsContext,
  price: PriceRow,
  { modelType, provider }: Trainer,
): Promise<number[]> {
  const { items } = await listJobs(context, { statuses: ['completed'], limit: 50 });
  const alike = items.filter((job) => job.model_type === modelType && job.provider === provider);
  return alike.flatMap((job) => {
    if (job.gpu_seconds === null) return [];
    return job.gpu_seconds / gpuSecondsFor(price, unitsOf(configOf(job, modelType, provider)));
  });
}

const configOf = ({ training_config }: JobRow, modelType: ModelType, provider: ProviderId): TrainingConfig =>
  parseTrainingWish(training_config, { modelType, provider }).config;

const noPrice = (modelType: ModelType, provider: string) =>
  new AiModelsError({
    code: 'provider_missing',
    message: `There is no price for training ${modelType} on ${provider}.`,
    hint: 'Add a row to provider_prices.',
  });
