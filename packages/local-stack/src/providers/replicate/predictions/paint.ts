import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { type LoraTraits, loraTraitsSchema } from '../../lora/lora-traits.ts';
import type { ReplicateParts } from '../replicate-parts.ts';
import { collectOnce } from '../runs/collect-once.ts';
import { runPlace } from '../runs/plan-with-faults.ts';
import { type Run, RunFailure, type RunPlan } from '../runs/run.ts';
import type { Prepare } from '../runs/run-lifecycle.ts';
import { type FluxDevLoraInput, pictureSize, type TrainedFluxInput } from './picture-input.ts';

type PictureInput = FluxDevLoraInput | TrainedFluxInput;

const scaledLoraSchema = z.object({ traits: loraTraitsSchema, scale: z.number() });
type ScaledLora = z.infer<typeof scaledLoraSchema>;

const materialSchema = z.object({
  loras: z.array(scaledLoraSchema),
  seed: z.number(),
  /** Which pictures pass the safety filter. */
  kept: z.array(z.int()),
});

const allFiltered =
  'All generated images contained NSFW content. Try running it again with a different prompt.';
const filteredWords = /\b(nsfw|nude|naked|porn)/i;
const stepMs = 90;
const loadingMs = 1_500;

/** Pictures by flux: fetches its LoRAs when it begins, and paints with what they carry. */
export function preparePictures(input: PictureInput, own: LoraTraits | null, parts: ReplicateParts): Prepare {
  return async (run) => {
    const { loras, seed, kept } = await collectOnce(run, materialSchema, async () => ({
      loras: await collectLoras(run, { input, own }, parts),
      seed: input.seed ?? randomInt(2 ** 32 - 1),
      kept: keptPictures(run, input, parts),
    }));
    const paintMs = input.num_inference_steps * stepMs * input.num_outputs;
    return {
      durationMs: loadingMs + paintMs,
      ...createLog({ input, seed, kept, paintMs }),
      finish: async () => {
        if (kept.length === 0) throw new RunFailure(allFiltered);
        return Promise.all(kept.map((index) => paintOne(run, { input, seed, index, loras }, parts)));
      },
    };
  };
}

interface LoraSources {
  input: PictureInput;
  /** Of a version that was trained. */
  own: LoraTraits | null;
}

/** At most two: the main one and an extra one, which is left out where it is the same. */
async function collectLoras(
  run: Run,
  { input, own }: LoraSources,
  parts: ReplicateParts,
): Promise<ScaledLora[]> {
  const request = { fetch: parts.fetchFor(run.account), signal: run.stopping.signal };
  const get = (reference: string) => parts.loras.get({ reference, ...request });
  const main = 'lora_weights' in input ? input.lora_weights : replacementOf(input);
  const extra = input.extra_lora === main ? undefined : input.extra_lora;
  const loras: ScaledLora[] = [];
  const traits = main ? await get(main) : own;
  if (traits) loras.push({ traits, scale: input.lora_scale });
  if (extra) loras.push({ traits: await get(extra), scale: input.extra_lora_scale });
  return loras;
}

const replacementOf = (input: PictureInput) =>
  'replicate_weights' in input ? input.replicate_weights : undefined;

function keptPictures(run: Run, input: PictureInput, { faults }: ReplicateParts): number[] {
  const all = Array.from({ length: input.num_outputs }, (_, index) => index);
  const fault = faults.take(runPlace(run), 'filter-images');
  if (fault) return all.slice(fault.count ?? all.length);
  return !input.disable_safety_checker && filteredWords.test(input.prompt) ? [] : all;
}

interface Painting {
  input: PictureInput;
  seed: number;
  index: number;
  loras: ScaledLora[];
}

async function paintOne(
  run: Run,
  { input, seed, index, loras }: Painting,
  { outputs }: ReplicateParts,
): Promise<string> {
  const { prompt, output_format: format, output_quality } = input;
  // Zero is allowed at Replicate, and is no quality that a picture can be saved with.
  const quality = Math.max(output_quality, 1);
  return outputs.add(`out-${index}.${format}`, {
    runId: run.id,
    contentType: `image/${format === 'jpg' ? 'jpeg' : format}`,
    traits: null,
    recipe: { of: 'picture', ...pictureSize(input), format, quality, prompt, seed, index, loras },
  });
}

interface PictureLog {
  input: PictureInput;
  seed: number;
  kept: number[];
  paintMs: number;
}

function createLog({ input, seed, kept, paintMs }: PictureLog): Pick<RunPlan, 'logsAt' | 'logMoments'> {
  const steps = input.num_inference_steps;
  const filtered = Array.from({ length: input.num_outputs }, (_, index) => index).filter(
    (index) => !kept.includes(index),
  );
  const moments = Array.from({ length: steps + 1 }, (_, step) => loadingMs + (step / steps) * paintMs);
  const bar = (step: number) =>
    `${String(Math.floor((step / steps) * 100)).padStart(3)}%|${'█'.repeat(Math.floor((step / steps) * 10)).padEnd(10)}| ${step}/${steps}`;
  const logsAt = (ms: number) => {
    const drawn = moments.flatMap((moment, step) => (moment <= ms ? [`${bar(step)}\n`] : []));
    const ending =
      drawn.length > steps ? filtered.map((index) => `NSFW content detected in image ${index}\n`) : [];
    const total =
      drawn.length > steps ? `Total safe images: ${kept.length} out of ${input.num_outputs}\n` : '';
    return [`Using seed: ${seed}\n`, ...drawn, ...ending, total].join('');
  };
  return { logsAt, logMoments: moments };
}
