import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { listPrices, type PriceRow } from '../database/prices.ts';
import { listJobs } from '../database/queries.ts';
import type { JobRow } from '../database/training-jobs.ts';
import { AiModelsError } from '../errors/index.ts';
import type { ProviderId } from '../providers/run.ts';
import { parseInput } from '../shared/parse-input.ts';
import { type ModelType, modelTypes } from './model-type.ts';
import type { Trainer } from './trainer.ts';
import { trainerFor } from './trainers.ts';
import { parseTrainingWish, type TrainingConfigInput } from './training-config.ts';

/** What a training is expected to take. */
export interface TrainingQuote {
  /** The base model. */
  readonly modelType: ModelType;
  /** Who is expected to train it, such as `replicate`. */
  readonly provider: string;
  /** The machine that it is expected to run on. */
  readonly hardware: string;
  /** On the machine; waiting for it comes before. */
  readonly estimatedSeconds: number;
  /** In US dollars, to the cent. */
  readonly estimatedCostUsd: number;
  /** What it may be, if things go well or badly. */
  readonly range: { readonly leastUsd: number; readonly mostUsd: number };
  /** `history`: corrected by what trainings of this brand really took. */
  readonly basis: 'table' | 'history';
  /** How many trainings the correction comes from. */
  readonly samples: number;
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
  const correction = ratios.length >= 3 ? median(ratios) : 1;
  const seconds = gpuSecondsFor(price, wish.config.steps, wish.config.batchSize) * correction;
  const usd = seconds * price.usd_per_gpu_second;
  return {
    modelType,
    provider: trainer.provider,
    hardware: price.hardware,
    estimatedSeconds: Math.round(seconds),
    estimatedCostUsd: round(usd),
    range: { leastUsd: round(usd * 0.7), mostUsd: round(usd * 1.5) },
    basis: ratios.length >= 3 ? 'history' : 'table',
    samples: ratios.length,
  };
}

const gpuSecondsFor = (price: PriceRow, steps: number, batchSize: number): number =>
  price.fixed_seconds + price.seconds_per_unit * steps * batchSize;

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
    const { steps, batchSize } = sizeOf(job, modelType, provider);
    return job.gpu_seconds / gpuSecondsFor(price, steps, batchSize);
  });
}

function sizeOf(
  { training_config }: JobRow,
  modelType: ModelType,
  provider: ProviderId,
): { steps: number; batchSize: number } {
  return parseTrainingWish(training_config, { modelType, provider }).config;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 1)
    : ((sorted[middle - 1] ?? 1) + (sorted[middle] ?? 1)) / 2;
}

const round = (usd: number) => Math.round(usd * 100) / 100;

const noPrice = (modelType: ModelType, provider: string) =>
  new AiModelsError({
    code: 'provider_missing',
    message: `There is no price for training ${modelType} on ${provider}.`,
    hint: 'Add a row to provider_prices.',
  });
