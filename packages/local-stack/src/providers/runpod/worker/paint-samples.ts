import type { LoraTraits } from '../../lora/lora-traits.ts';
import { paintPicture } from '../../paint/paint-picture.ts';
import { toByteSource } from '../../serving/bytes.ts';
import type { TrainingInput, TrainingOutput } from '../worker-contract.ts';
import { upload } from './upload.ts';
import type { WorkerRun } from './worker-run.ts';

export interface Sampler {
  /** The steps at which pictures are due. */
  readonly stops: readonly number[];
  /** What was painted so far. */
  readonly samples: TrainingOutput['samples'];
  /** Paints and delivers what is due at this step, if anything is. */
  paintAt(step: number): Promise<void>;
}

const sampleSeed = 42;
const side = 512;

/** Sample pictures, a round of all prompts at a time, spread evenly over the training; the LoRA grows stronger in them. */
export function createSampler(input: TrainingInput, traits: LoraTraits, run: WorkerRun): Sampler {
  const prompts = input.sample_prompts ?? [];
  const urls = prompts.length > 0 ? input.upload_urls.slice(1) : [];
  const rounds = Math.ceil(urls.length / Math.max(1, prompts.length));
  const { steps } = input.config;
  const stepOf = (index: number) => Math.ceil((steps * (Math.floor(index / prompts.length) + 1)) / rounds);
  const due = urls.map((url, index) => ({
    url,
    index,
    step: stepOf(index),
    prompt: prompts[index % prompts.length] ?? '',
  }));
  const samples: Sampler['samples'] = [];
  return {
    samples,
    stops: [...new Set(due.map(({ step }) => step))],
    async paintAt(step) {
      for (const { url, index, prompt } of due.filter((sample) => sample.step === step)) {
        const picture = await paintPicture({
          width: side,
          height: side,
          format: 'png',
          quality: 90,
          prompt,
          seed: sampleSeed,
          index: index % prompts.length,
          loras: [{ traits, scale: step / steps }],
        });
        samples.push({
          index,
          step,
          prompt,
          seed: sampleSeed,
          ...(await upload(url, toByteSource(picture), run)),
        });
      }
    },
  };
}
