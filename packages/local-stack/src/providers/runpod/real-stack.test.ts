import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { until } from '../../testing/until.ts';
import { watchHeldMemory } from '../../testing/watch-held-memory.ts';
import { writeZip } from '../datasets/testing/write-zip.ts';
import { createFaultBoard } from '../faults/fault-board.ts';
import { readLoraTraits } from '../lora/read-lora.ts';
import { paintSamplePicture } from '../paint/paint-sample.ts';
import { serveOnLoopback } from '../serving/serve-on-loopback.ts';
import { createScaledClock } from '../time/simulated-clock.ts';
import { hasEnded } from './queue/job.ts';
import { createRunpodSimulator } from './runpod-simulator.ts';
import { generationOutputSchema, trainingOutputSchema } from './worker-contract.ts';

const brand = 'acmecompany';
// What the disk and the network take counts too, 500 times: a busy machine gets a week.
const policy = { executionTimeout: 604_800_000, ttl: 604_800_000 };
const answerSchema = z.looseObject({ id: z.string(), status: z.string(), output: z.unknown().optional() });
const config = {
  steps: 100,
  learning_rate: 1e-4,
  batch_size: 1,
  lora_rank: 16,
  resolution: '512',
  optimizer: 'adamw8bit',
  caption_dropout: 0.05,
  num_repeats: 10,
  seed: null,
};

// A temporary folder of its own, in which nothing may stay.
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'act-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The simulator on a port, a day in three minutes, and the storage of a real stack. */
async function startWorld(weightsBytes = 3_000_000) {
  const cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(await startStack({ listen: true }));
  const clock = createScaledClock(500);
  cleanup.defer(() => clock.stop());
  const where = { url: 'http://127.0.0.1/runpod' };
  const simulator = cleanup.use(
    createRunpodSimulator({
      clock,
      faults: createFaultBoard(),
      endpoints: [{ id: 'act' }],
      url: () => where.url,
      weightsBytes,
    }),
  );
  const served = cleanup.use(await serveOnLoopback({ fetch: (request) => simulator.fetch(request) }));
  where.url = `http://127.0.0.1:${served.port}/runpod`;
  const call = async (path: string, input?: object) => {
    const response = await fetch(`${where.url}/v2/act${path}`, {
      headers: { authorization: `Bearer ${simulator.endpoints[0]?.apiKey}` },
      ...(input && {
        method: 'POST',
        body: JSON.stringify({ input, policy }),
      }),
    });
    return answerSchema.parse(await response.json());
  };
  const finish = async (input: object) => {
    const { id } = await call('/run', input);
    const isOver = async () => simulator.runs().some((job) => job.id === id && hasEnded(job));
    await until(`the run ${id} is over`, isOver, 50_000);
    return call(`/status/${id}`);
  };
  return { stack, simulator, finish, [Symbol.asyncDispose]: () => cleanup.disposeAsync() };
}

async function signUploads({ as }: TestStack, keys: string[]): Promise<string[]> {
  const { storage } = await as({ system: brand });
  const signed = await Promise.all(keys.map((key) => storage.from('archives').createSignedUploadUrl(key)));
  return signed.map(({ data }) => data?.signedUrl ?? '');
}

async function publish(
  { as }: TestStack,
  key: string,
  bytes: Uint8Array,
  contentType: string,
): Promise<string> {
  const { storage } = await as({ system: brand });
  const { error } = await storage.from('archives').upload(key, bytes, { contentType });
  if (error) throw error;
  const { data } = await storage.from('archives').createSignedUrl(key, 600);
  return data?.signedUrl ?? '';
}

async function download({ as }: TestStack, key: string): Promise<Buffer> {
  const { storage } = await as({ system: brand });
  const { data, error } = await storage.from('archives').download(key);
  if (error) throw error;
  return Buffer.from(await data.arrayBuffer());
}

async function zipSamples(): Promise<Buffer> {
  const pictures = await Promise.all(
    [0, 1, 2, 3].map((index) => paintSamplePicture({ brandId: brand, index, width: 512, height: 512 })),
  );
  return writeZip(pictures.map((content, index) => ({ name: `image-00${index + 1}.jpg`, content })));
}

it('trains on pictures in our storage, delivers there once, and paints with what it delivered', {
  timeout: 60_000,
}, async () => {
  await using world = await startWorld();
  const { stack, finish } = world;
  vi.stubEnv('TMPDIR', folder);
  const incoming = `${brand}/incoming/training-1`;
  const [lockUrl = '', ...uploadUrls] = await signUploads(stack, [
    `${incoming}/lock.json`,
    `${incoming}/weights`,
  ]);
  const input = {
    task: 'train',
    run_key: 'training-1',
    lock_url: lockUrl,
    model_type: 'sdxl',
    dataset_url: await publish(stack, `${brand}/hash.zip`, await zipSamples(), 'application/zip'),
    trigger_word: 'user1',
    config,
    upload_urls: uploadUrls,
  };
  const trained = await finish(input);
  expect(trained).toMatchObject({ status: 'COMPLETED', output: { steps: 100 } });
  const weights = await download(stack, `${incoming}/weights`);
  const { artifact } = trainingOutputSchema.parse(trained.output);
  expect(artifact.sha256).toBe(createHash('sha256').update(weights).digest('hex'));
  const traits = await readLoraTraits(new Blob([new Uint8Array(weights)]).stream());
  expect(traits.triggerWord).toBe('user1');
  expect(JSON.parse((await download(stack, `${incoming}/lock.json`)).toString())).toEqual({
    run: trained.id,
    run_key: 'training-1',
  });

  expect(await finish(input)).toMatchObject({ status: 'COMPLETED', output: { superseded_by: null } });

  const painting = `${brand}/incoming/generation-1`;
  const [secondLockUrl, ...pictureUrls] = await signUploads(
    stack,
    ['lock.json', 'picture-1', 'picture-2'].map((name) => `${painting}/${name}`),
  );
  const { storage } = await stack.as({ system: brand });
  const lora = await storage.from('archives').createSignedUrl(`${incoming}/weights`, 600);
  const painted = await finish({
    task: 'generate',
    run_key: 'generation-1',
    lock_url: secondLockUrl,
    model_type: 'sdxl',
    prompt: 'photo of user1 on a billboard',
    loras: [{ url: lora.data?.signedUrl, scale: 1 }],
    image_count: 2,
    width: 512,
    height: 512,
    guidance: 5,
    steps: 30,
    seed: 7,
    output_format: 'jpg',
    upload_urls: pictureUrls,
  });
  expect(generationOutputSchema.parse(painted.output).images).toHaveLength(2);
  expect(await sharp(await download(stack, `${painting}/picture-2`)).metadata()).toMatchObject({
    format: 'jpeg',
  });
  expect(world.simulator.runs().map(({ isPaid }) => isPaid)).toEqual([true, false, true]);
  expect(await readdir(folder)).toEqual([]);
  vi.unstubAllEnvs();
});

it('delivers 150 MB without holding them', { timeout: 60_000 }, async () => {
  await using world = await startWorld(150_000_000);
  const incoming = `${brand}/incoming/training-2`;
  const [lockUrl = '', ...uploadUrls] = await signUploads(world.stack, [
    `${incoming}/lock.json`,
    `${incoming}/weights`,
  ]);
  const dataset = await publish(world.stack, `${brand}/hash.zip`, await zipSamples(), 'application/zip');
  const memory = watchHeldMemory();
  const watch = setInterval(memory.look, 5);
  const trained = await world.finish({
    task: 'train',
    run_key: 'training-2',
    lock_url: lockUrl,
    model_type: 'flux',
    dataset_url: dataset,
    trigger_word: 'user1',
    config,
    upload_urls: uploadUrls,
  });
  clearInterval(watch);
  const { artifact } = trainingOutputSchema.parse(trained.output);
  expect(artifact.bytes).toBeGreaterThan(148_000_000);
  // Both ends of the upload are in this process.
  expect(memory.peakBytes()).toBeLessThan(20_000_000);
});
