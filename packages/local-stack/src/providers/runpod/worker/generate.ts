import { paintPicture } from '../../paint/paint-picture.ts';
import type { UsedLora } from '../../paint/scheme.ts';
import { toByteSource } from '../../serving/bytes.ts';
import type { GenerationInput, GenerationOutput, WorkerProgress } from '../worker-contract.ts';
import { meetTrouble } from './meet-trouble.ts';
import { upload } from './upload.ts';
import { WorkerError } from './worker-error.ts';
import type { WorkerRun } from './worker-run.ts';

/** Simulated ms. */
const loadModelMs = 4_000;
const loadLoraMs = 3_000;
const stepMs = { flux: 110, sdxl: 60, sd15: 25 } as const;
const seeds = 2 ** 32;

/** Paints pictures with LoRAs, and delivers those that no safety filter takes. */
export async function generate(input: GenerationInput, run: WorkerRun): Promise<GenerationOutput> {
  const { image_count: count, steps, upload_urls: urls } = input;
  const total = count * steps;
  const report = (stage: WorkerProgress['stage'], step: number) =>
    run.report({
      stage,
      step,
      total_steps: total,
      loss: null,
      learning_rate: null,
      log_tail: '',
      seconds_left:
        stage === 'generating' ? run.onTheWall(((total - step) * stepMs[input.model_type]) / 1000) : null,
      samples: 0,
    });

  report('downloading', 0);
  const loras = await loadLoras(input, run);
  const kept = withoutFiltered(count, run);
  const images: GenerationOutput['images'] = [];
  for (let index = 0; index < count; index++) {
    report('generating', index * steps);
    await run.sleep(steps * stepMs[input.model_type]);
    if (index === Math.floor(count / 2)) await meetTrouble(run);
    if (!kept.includes(index)) continue;
    const seed = (input.seed + index) % seeds;
    const picture = await paint(input, { seed, index, loras });
    images.push({ index, seed, ...(await upload(urls[index], toByteSource(picture), run)) });
  }
  report('uploading', total);
  if (images.length === 0)
    throw new WorkerError('ContentRefusedError', 'The safety filter took every picture.');
  return { images, gpu_seconds: run.gpuSeconds() };
}

async function loadLoras(
  { loras, model_type: modelType }: GenerationInput,
  run: WorkerRun,
): Promise<UsedLora[]> {
  await run.sleep(loadModelMs);
  const loaded: UsedLora[] = [];
  for (const { url, scale } of loras) {
    if (!run.loras.has(url)) await run.sleep(loadLoraMs);
    const traits = await run.loras.get(url, run);
    if (traits.modelType !== modelType) {
      throw new WorkerError(
        'LoraRefusedError',
        `The LoRA is one of ${traits.modelType}, not of ${modelType}.`,
      );
    }
    loaded.push({ traits, scale });
  }
  return loaded;
}

/** The places of the pictures that stay. */
function withoutFiltered(count: number, { faults, place }: WorkerRun): number[] {
  const filter = faults.take(place, 'filter-images');
  const filtered = filter ? (filter.count ?? count) : 0;
  return Array.from({ length: count }, (_, index) => index).slice(filtered);
}

function paint(
  input: GenerationInput,
  { seed, index, loras }: { seed: number; index: number; loras: readonly UsedLora[] },
): Promise<Uint8Array> {
  const { width, height, prompt, output_format: format, output_quality: quality = 90 } = input;
  return paintPicture({ width, height, format, quality, prompt, seed, index, loras });
}
