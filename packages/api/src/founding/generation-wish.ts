import { AiModelsError, type GenerateImageOptions, type QuoteGenerationOptions } from '@act/ai-models';
import { aspectRatios, generationSchema } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { modelIdField } from '../answers/model.ts';
import { findModelIdOfJob } from '../database/models.ts';
import type { Caller } from '../session/caller.ts';
import { saidFields } from './own-person.ts';
import { isUuid } from './uuid.ts';

const count = z.int().min(1).max(8).optional();
const guidance = z.number().min(0).max(20).optional();
const steps = z.int().min(1).max(100).optional();
const scale = z.number().min(-1).max(3).optional();
const format = z.enum(['png', 'jpg', 'jpeg', 'webp']).transform((one) => (one === 'jpeg' ? 'jpg' : one));
const quality = z.int().min(0).max(100).optional();
const text = z.string().max(4000).optional();

/** How pictures are made, under the names of the library and those of providers; say each once. */
const settings = {
  imageCount: count,
  numImages: count,
  num_images: count,
  num_outputs: count,
  aspectRatio: z.enum(aspectRatios).optional(),
  aspect_ratio: z.enum(aspectRatios).optional(),
  outputFormat: format.optional(),
  output_format: format.optional(),
  outputQuality: quality,
  output_quality: quality,
  guidance,
  guidanceScale: guidance,
  guidance_scale: guidance,
  inferenceSteps: steps,
  numInferenceSteps: steps,
  num_inference_steps: steps,
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional(),
  megapixels: z.enum(['1', '0.25']).optional(),
  fast: z.boolean().optional(),
  go_fast: z.boolean().optional(),
  negativePrompt: text,
  negative_prompt: text,
  loraScale: scale,
  scale,
  lora_scale: scale,
  secondLoraScale: scale,
  extra_lora_scale: scale,
};

/** Where the founding document replaces whatever model was chosen; nothing else can be chosen here. */
const paintingModel = 'black-forest-labs/flux-dev-lora';

export const generationBody = z.strictObject({
  ...saidFields,
  prompt: generationSchema.shape.prompt,
  modelId: modelIdField.optional(),
  model: z
    .union([z.literal(paintingModel), z.string().regex(/^lora:[A-Za-z0-9@-]{1,120}$/)])
    .optional()
    .openapi({ description: '`lora:` and what the model is called, as a model selector has it.' }),
  lora_id: modelIdField.optional().openapi({ description: 'Of a training, or what its model is called.' }),
  lora_url: z
    .string()
    .max(600)
    .optional()
    .openapi({ description: 'The one of `lora_id`; any other is refused.' }),
  secondModelId: modelIdField.optional(),
  ...settings,
});
type GenerationBody = z.output<typeof generationBody>;

/** The same in the words of the library. @throws AiModelsError `input_invalid` where it does not say one model */
export const toGenerationWish = async (
  caller: Caller,
  { prompt, ...body }: GenerationBody,
): Promise<GenerateImageOptions> => ({ ...(await toQuotedWish(caller, body)), prompt });

/** The same without a prompt, which costs nothing. */
export async function toQuotedWish(
  caller: Caller,
  body: Omit<GenerationBody, 'prompt'>,
): Promise<QuoteGenerationOptions> {
  const { brandId: _, userId: __, model, lora_id, lora_url, modelId, ...wish } = body;
  const named = [modelId, model?.startsWith('lora:') ? model.slice(5) : undefined, lora_id];
  const [meant, ...others] = [...new Set(named.filter((one) => one !== undefined))];
  if (meant === undefined || others.length > 0) throw notOneModel();
  if (lora_url === undefined && !isUuid(meant)) return { ...wish, modelId: meant };
  const lora = await findLora(caller, meant);
  if (lora_url !== undefined && lora_url !== lora.path) throw foreignUrl();
  return { ...wish, modelId: lora.modelId };
}

/** A LoRA is called by the id of its training. */
async function findLora(caller: Caller, name: string) {
  const scope = await caller.needScope();
  const ofJob = isUuid(name) ? await findModelIdOfJob(scope, name) : null;
  return caller.ai.getBrandModel(ofJob ?? name, { brandId: scope.brandId });
}

const notOneModel = () =>
  new AiModelsError({
    code: 'input_invalid',
    message: 'The request does not say which model is to paint, or says two.',
    hint: 'Pass `modelId`, `lora_id` or `model: "lora:…"`.',
  });

const foreignUrl = () =>
  new AiModelsError({
    code: 'input_invalid',
    message: '`lora_url` is not the one of this LoRA; it was not opened.',
    hint: 'Leave it out, or pass the `lora_url` that the LoRA has.',
  });
