import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readLoraTraits } from '../../lora/read-lora.ts';
import { checkSafetensors } from '../../lora/testing/check-safetensors.ts';
import { minutes, useRunpod } from '../testing/use-runpod.ts';
import { progressSchema, trainingOutputSchema } from '../worker-contract.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a training', () => {
  it.each(['flux', 'sdxl', 'sd15'] as const)(
    'of %s leaves a LoRA that looks like its pictures',
    async (modelType) => {
      using world = useRunpod();
      const input = await world.trainingInput({
        model_type: modelType,
        dataset_url: await world.publishPictures('#1f6feb'),
      });
      const job = await world.finish(input);
      expect(job).toMatchObject({ status: 'COMPLETED', isPaid: true });

      const output = trainingOutputSchema.parse(job?.output);
      const weights = world.uploaded(input.upload_urls[0] ?? '');
      if (!weights) throw new Error('The weights did not come.');
      expect(weights.contentType).toBe('application/octet-stream');
      expect(output.artifact).toEqual({ sha256: hashOf(weights.bytes), bytes: weights.bytes.byteLength });
      expect(checkSafetensors(weights.bytes).ranks).toEqual([8]);
      const traits = await readLoraTraits(new Blob([new Uint8Array(weights.bytes)]).stream());
      expect(traits).toMatchObject({ modelType, triggerWord: 'user42585527', palette: ['#1f6feb'] });
      expect(output).toMatchObject({ steps: 100, samples: [] });
      expect(output.gpu_seconds).toBeGreaterThan(30);
      expect(JSON.stringify(output.metadata)).not.toContain('tag_frequency');
    },
  );

  it('claims the lock with its id before anything else', async () => {
    using world = useRunpod();
    const input = await world.trainingInput();
    const job = await world.finish(input);
    const lock = world.uploaded(input.lock_url);
    expect(lock?.contentType).toBe('application/json');
    expect(JSON.parse(lock?.bytes.toString() ?? '')).toEqual({ run: job?.id, run_key: input.run_key });
  });

  it('reports steps, losses and a log that can be read', async () => {
    using world = useRunpod();
    const id = await world.submit(await world.trainingInput());
    await world.clock.advance(12_000 + 8_000 + 1_500 + 50 * 700);
    const progress = progressSchema.parse((await world.status(id)).output);
    expect(progress).toMatchObject({
      stage: 'training',
      step: 50,
      total_steps: 100,
      learning_rate: 1e-4,
      seconds_left: 50,
    });
    expect(progress.loss).toBeGreaterThan(0.05);
    expect(progress.log_tail).toContain('found 3 images, 3 captions');
    expect(progress.log_tail).toMatch(
      /^steps: {2}50%\|█████ {5}\| 50\/100 \[00:35<00:35, {2}1\.43it\/s, avr_loss=0\.\d{3}\]$/m,
    );
  });

  it('delivers sample pictures while it goes on', async () => {
    using world = useRunpod();
    const urls = Array.from({ length: 5 }, () => world.openUpload());
    const input = await world.trainingInput({ sample_prompts: ['one', 'two'], upload_urls: urls });
    const id = await world.submit(input);
    await world.clock.advance(12_000 + 8_000 + 1_500 + 60 * 700);
    expect((await world.status(id)).output).toMatchObject({ samples: 2, stage: 'training' });
    expect(urls.map((url) => world.uploaded(url) !== null)).toEqual([false, true, true, false, false]);
    await world.clock.advance(minutes(5));
    const { samples } = trainingOutputSchema.parse((await world.status(id)).output);
    expect(samples.map(({ index, step, prompt }) => [index, step, prompt])).toEqual([
      [0, 50, 'one'],
      [1, 50, 'two'],
      [2, 100, 'one'],
      [3, 100, 'two'],
    ]);
    expect(samples.map(({ sha256 }) => sha256)).toEqual(
      urls.slice(1).map((url) => hashOf(world.uploaded(url)?.bytes ?? Buffer.of())),
    );
  });

  it('has weights of the size that a fault asks for, and says the truth about those that were cut short', async () => {
    using world = useRunpod();
    world.fail({ on: 'runpod.trainings.run', kind: 'size', sizeBytes: 20_000_000 });
    const large = await world.trainingInput();
    await world.finish(large);
    expect(world.uploaded(large.upload_urls[0] ?? '')?.bytes.byteLength).toBeGreaterThan(19_000_000);

    world.fail({ on: 'runpod.trainings.run', kind: 'truncate' });
    const cut = await world.trainingInput();
    const { artifact } = trainingOutputSchema.parse((await world.finish(cut))?.output);
    const stored = world.uploaded(cut.upload_urls[0] ?? '')?.bytes ?? Buffer.of();
    expect(stored.byteLength).toBe(Math.floor(artifact.bytes * 0.6));
  });
});
