import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { startStorage } from './testing/storage.ts';
import { trainingInput } from './testing/training-input.ts';
import { beginRun, describeHandler, finishRun } from './testing/use-handler.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const reportSchema = z.strictObject({
  step: z.int(),
  total_steps: z.int(),
  stage: z.enum(['downloading', 'preparing', 'training', 'uploading']),
  loss: z.number().nullable(),
  learning_rate: z.number().nullable(),
  log_tail: z.string(),
  seconds_left: z.number().nullable(),
  samples: z.int(),
});

describeHandler('a training', () => {
  it.each([
    ['flux', 'flux_train_network.py', '--network_module=networks.lora_flux'],
    ['sdxl', 'sdxl_train_network.py', '--network_module=networks.lora'],
    ['sd15', 'train_network.py', '--network_module=networks.lora'],
  ])('of %s delivers its weights and says what they are', async (model_type, script, network) => {
    await using storage = await startStorage();
    const input = await trainingInput(storage, { model_type });
    const { id, event, seen } = await finishRun(input);
    const weights = storage.read(input.upload_urls[0] ?? '');
    if (!weights) throw new Error(`No weights came: ${event.error}`);
    expect(weights.contentType).toBe('application/octet-stream');
    expect(event).toEqual({
      output: {
        artifact: { sha256: hashOf(weights.content), bytes: weights.content.byteLength },
        samples: [],
        steps: 20,
        loss: 0.1,
        metadata: {
          ss_network_dim: '8',
          ss_steps: '20',
          ss_sd_scripts_commit_hash: 'ae72efb92babe89ff8e70f057e42db68440e8d61',
        },
        trainer_version: 'sd-scripts v0.10.1',
        gpu_seconds: expect.any(Number),
      },
    });
    expect(weights.content.toString('latin1')).not.toContain('anna in the garden');
    expect(seen.script).toBe(script);
    expect(seen.options).toContain(network);
    // The lock is written before anything is read.
    expect(storage.requests.map(({ method, address }) => [method, address])).toEqual([
      ['PUT', input.lock_url],
      ['GET', input.dataset_url],
      ['PUT', input.upload_urls[0]],
    ]);
    const lock = storage.read(input.lock_url);
    expect(lock?.contentType).toBe('application/json');
    expect(JSON.parse(lock?.content.toString() ?? '')).toEqual({ run: id, run_key: input.run_key });
  });

  it('hands every field of its config to sd-scripts, and no secret of RunPod', async () => {
    await using storage = await startStorage();
    const config = {
      steps: 10,
      learning_rate: 0.0004,
      batch_size: 2,
      lora_rank: 16,
      optimizer: 'adafactor',
      seed: 2 ** 31,
    };
    const { seen } = await finishRun(await trainingInput(storage, { config }));
    expect(seen.options).toEqual(
      expect.arrayContaining([
        '--max_train_steps=10',
        '--learning_rate=0.0004',
        '--network_dim=16',
        '--network_alpha=16',
        '--optimizer_type=Adafactor',
        'relative_step=False',
        `--seed=${2 ** 31}`,
        expect.stringMatching(/^--pretrained_model_name_or_path=.*\/models\/sd_xl_base_1\.0\.safetensors$/),
      ]),
    );
    expect(seen.options.join(' ')).not.toMatch(/sample_prompts|http|user1/);
    expect(seen.environment).not.toContain('RUNPOD_API_KEY');
    expect(seen.environment).toContain('HF_HUB_OFFLINE');
    const { config: written, files } = seen.dataset;
    expect(written.match(/^resolution = \d+$/gm)).toEqual(['resolution = 512', 'resolution = 1024']);
    expect(written).toMatch(/batch_size = 2\nenable_bucket = true/);
    expect(written).toMatch(
      /pictures"\ncaption_extension = "\.txt"\nnum_repeats = 10\ncaption_dropout_rate = 0\.05\n/,
    );
    // sd-scripts takes the first line of a caption, and a picture without one learns the trigger word.
    expect(files).toMatchObject({
      'pictures/0001.png': 208,
      'pictures/0001.txt': 'user1 box, on a table\n',
      'pictures/0002.txt': 'a photo of user1\n',
      'pictures/0003.jpg': 104,
      'pictures/0003.txt': 'user1\n',
    });
  });

  it.each([
    [0.05, [190, 10]],
    [0, [10]],
    [1, [10]],
  ])('of flux shows the share %d of its pictures without caption', async (caption_dropout, repeats) => {
    await using storage = await startStorage();
    const config = { caption_dropout, resolution: '512' };
    const { seen } = await finishRun(await trainingInput(storage, { model_type: 'flux', config }));
    const { config: written, files } = seen.dataset;
    expect(written.match(/num_repeats = (\d+)/g)).toEqual(repeats.map((count) => `num_repeats = ${count}`));
    expect(written).not.toMatch(/caption_dropout_rate = (?!0\.0\n)/);
    const bare = Object.keys(files).filter((name) => name.startsWith('bare/'));
    expect(bare).toEqual(caption_dropout > 0 ? ['bare/0001.png', 'bare/0002.png', 'bare/0003.jpg'] : []);
  });

  it('reports at most twice a second, never going back, and is read while it draws its bar', async () => {
    await using storage = await startStorage();
    const { reports, event } = await finishRun(await trainingInput(storage, { config: { steps: 90 } }));
    expect(event.error).toBeUndefined();
    const told = reports.map(({ report }) => reportSchema.parse(report));
    expect(told.length).toBeGreaterThan(3);
    const pauses = reports.slice(1).map(({ at }, index) => at - (reports[index]?.at ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThan(0.49);
    expect(told[0]).toMatchObject({ stage: 'downloading', step: 0, loss: null, learning_rate: null });
    expect(told.map(({ step }) => step)).toEqual(
      told.map(({ step }) => step).toSorted((one, two) => one - two),
    );
    const training = told.find(({ step }) => step > 9 && step < 90);
    expect(training).toMatchObject({ total_steps: 90, loss: expect.any(Number), learning_rate: 1e-4 });
    expect(training?.seconds_left).toBeGreaterThan(0);
    expect(training?.log_tail).toContain('total optimization steps / 学習ステップ数: 90');
    expect(training?.log_tail).toMatch(/\nsteps:\s+\d+%\|█+ *\| \d+\/90 \[.*avr_loss=0\.\d+\]$/);
    expect(training?.log_tail).not.toMatch(/read caption|�/);
  });

  it('delivers sample pictures on the way, in order, and goes on where one is refused', async () => {
    await using storage = await startStorage();
    const uploads = Array.from({ length: 5 }, () => storage.openUpload());
    const sample_prompts = ['user1', 'user1 --w 9999 on a table'];
    const run = await beginRun(
      await trainingInput(storage, { upload_urls: uploads, sample_prompts, config: { steps: 120 } }),
    );
    const { output } = await run.ended;
    const samples = [0, 1, 2, 3].map((index) => ({
      index,
      step: index < 2 ? 60 : 120,
      prompt: sample_prompts[index % 2],
      seed: 42,
      sha256: hashOf(storage.read(uploads[index + 1] ?? '')?.content ?? Buffer.of()),
      bytes: storage.read(uploads[index + 1] ?? '')?.content.byteLength,
    }));
    expect(output).toMatchObject({ samples });
    expect(run.seen()?.prompts).toMatchObject([
      { prompt: 'user1', width: 1024, seed: 42 },
      { prompt: sample_prompts[1] },
    ]);
    expect(run.reports.map(({ report }) => reportSchema.parse(report).samples)).toContain(2);

    await using other = await startStorage();
    other.put(uploads[0] ?? '', '');
    const [weights, first, ...rest] = Array.from({ length: 5 }, () => other.openUpload());
    other.put(first ?? '', 'taken');
    const changes = { upload_urls: [weights, first, ...rest], sample_prompts, config: { steps: 10 } };
    expect((await finishRun(await trainingInput(other, changes))).event.output).toMatchObject({
      samples: [],
      steps: 10,
    });
  });
});
