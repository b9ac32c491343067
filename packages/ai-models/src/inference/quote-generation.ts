import type { AiModelsContext } from '../context.ts';
import { listGenerationRows } from '../database/generations.ts';
import { listPrices, type PriceRow } from '../database/prices.ts';
import { AiModelsError } from '../errors/index.ts';
import { estimateRun, gpuSecondsFor, type RunEstimate } from '../jobs/run-estimate.ts';
import { usualProvider } from '../providers/usual-provider.ts';
import { parseInput } from '../shared/parse-input.ts';
import { type ModelType, toModelType } from '../training/model-type.ts';
import { generationSchema, loadModels, parseWishedSettings } from './image-generator.ts';
import { type ImageSettingsInput, misspelledIn } from './image-settings.ts';

/** What pictures are expected to take; amounts to a hundredth of a cent. */
export interface GenerationQuote extends RunEstimate {
  /** The base model. */
  readonly modelType: ModelType;
  /** How many pictures it is for. */
  readonly imageCount: number;
}

/** Which pictures are asked about. */
export interface QuoteGenerationOptions extends ImageSettingsInput {
  /** `flux-lora-v1`, `flux-lora` for its live version, `flux-lora@v2`. */
  readonly modelId: string;
  /** A second LoRA of the same base model. */
  readonly secondModelId?: string | undefined;
}

const namesSchema = generationSchema.pick({ modelId: true, secondModelId: true });

/** Says what pictures will take and cost, before they do; refuses what asking for them would refuse. */
export async function quoteGeneration(
  context: AiModelsContext,
  { modelId, secondModelId, ...settings }: QuoteGenerationOptions,
): Promise<GenerationQuote> {
  const said = { modelId, secondModelId, ...misspelledIn(settings) };
  const names = parseInput(namesSchema, said, { subject: 'The quote' });
  const models = await loadModels(context, names);
  const modelType = toModelType(models[0].base_model);
  const { imageCount } = parseWishedSettings(context, modelType, settings);
  const prices = await listPrices(context, { kind: 'generation', modelType });
  const price = prices.find(({ provider }) => provider === usualProvider(modelType));
  if (!price) throw noPrice(modelType);
  const ratios = await listRatios(context, price, models[0].id);
  return { modelType, imageCount, ...estimateRun(price, { units: imageCount, ratios, toUsd: 0.0001 }) };
}

/** How much dearer or cheaper than the table says finished requests to this model were. */
async function listRatios(context: AiModelsContext, price: PriceRow, modelRowId: string): Promise<number[]> {
  const { items } = await listGenerationRows(context, { modelRowId, statuses: ['completed'], limit: 50 });
  const alike = items.filter(({ provider }) => provider === price.provider);
  return alike.flatMap(({ cost_usd, image_count }) =>
    cost_usd === null ? [] : cost_usd / (price.usd_per_gpu_second * gpuSecondsFor(price, image_count)),
  );
}

const noPrice = (modelType: ModelType) =>
  new AiModelsError({
    code: 'provider_missing',
    message: `There is no price for pictures of ${modelType} on ${usualProvider(modelType)}.`,
    hint: 'Add a row to provider_prices.',
  });
