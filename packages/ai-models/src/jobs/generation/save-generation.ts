import { insertImage, listImages } from '../../database/generations.ts';
import { AiModelsError } from '../../errors/index.ts';
import type { OutputSource } from '../../providers/run.ts';
import { bucketLimits } from '../../storage/bucket-limits.ts';
import { getObject } from '../../storage/object-files.ts';
import { readWhole } from '../../storage/read-bytes.ts';
import { toModelType } from '../../training/model-type.ts';
import { costOf } from '../cost.ts';
import { believableSeconds } from '../runs/believable.ts';
import { deliveredKey, deliveryBucket } from '../runs/delivery.ts';
import type { Step } from '../step.ts';
import { completeGeneration, failGeneration } from './end-generation.ts';
import { describeRun, modelsOf, partsOf, placeOf } from './generation-facts.ts';
import type { GenerationWork, PartWork } from './generation-work.ts';
import { storeImage } from './store-image.ts';

const maximumBytes = bucketLimits['generated-content'];

/** Copies every picture into our bucket at once: the provider keeps them for an hour. */
export async function saveGeneration(work: GenerationWork): Promise<Step> {
  const { context, generation, signal } = work;
  const { provider, parts } = await partsOf(work);
  const saved = new Set((await listImages(context, [generation.id])).map(({ position }) => position));
  let gpuSeconds = 0;
  let lost: AiModelsError | null = null;
  for (const partWork of parts) {
    const { part } = partWork;
    if (part.last?.provider_job_id == null) continue;
    const handle = { providerJobId: part.last.provider_job_id };
    const status = await provider.getGenerationStatus(handle, { signal });
    if ('gpuSeconds' in status) gpuSeconds += believableSeconds(status.gpuSeconds) ?? 0;
    if (status.state !== 'succeeded') continue;
    const { settings } = await describeRun(partWork, part.last.attempt);
    for (const [index, source] of status.images.slice(0, part.imageCount).entries()) {
      const position = part.firstPosition + index;
      if (saved.has(position)) continue;
      try {
        const bytes = await readImage(partWork, source);
        await insertImage(context, await storeImage(work, { position, seed: settings.seed }, bytes));
        saved.add(position);
      } catch (error) {
        // One that is gone or broken is no reason to lose the others.
        if (!AiModelsError.isInstance(error) || error.retryable || error.code === 'aborted') throw error;
        context.logger.warn('a picture could not be kept', {
          generationId: generation.id,
          position,
          cause: error,
        });
        lost = error;
      }
    }
  }
  if (saved.size === 0) return failGeneration(work, lost ?? nothingLeft());
  const [model] = await modelsOf(work);
  const cost = await costOf(context, {
    kind: 'generation',
    modelType: toModelType(model.base_model),
    provider: provider.id,
    gpuSeconds,
  });
  return completeGeneration(work, cost === null || gpuSeconds === 0 ? {} : { cost_usd: cost });
}

async function readImage(work: PartWork, source: OutputSource): Promise<Uint8Array<ArrayBuffer>> {
  const { signal } = work;
  const response = await openImage(work, source);
  if (!response.body) throw nothingLeft();
  return readWhole(response.body, { maximumBytes, tooLong: tooLarge, signal });
}

function openImage(work: PartWork, source: OutputSource): Promise<Response> {
  const { context, provider, part, signal } = work;
  if (source.from === 'provider') return provider.openOutput(source.url, { signal });
  const place = placeOf(work, part.last?.attempt ?? 1);
  return getObject(
    context.files,
    { bucket: deliveryBucket, key: deliveredKey(place, source.index) },
    { signal },
  );
}

const nothingLeft = () =>
  new AiModelsError({
    code: 'no_pictures',
    message: 'No picture came of it: a safety filter took them out, or the provider has them no more.',
    hint: 'Change the prompt and ask again.',
  });

const tooLarge = () =>
  new AiModelsError({
    code: 'picture_rejected',
    message: 'A picture that came back is larger than we keep.',
    hint: 'Ask again, as jpg or webp.',
  });
