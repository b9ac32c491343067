import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { LoraTraits } from '../../lora/lora-traits.ts';
import { writeLora } from '../../lora/write-lora.ts';
import { type ReplicateWorld, useReplicate } from '../testing/use-replicate.ts';

const model = 'black-forest-labs/flux-dev-lora';

function publishLora(world: ReplicateWorld, traits: Partial<LoraTraits> = {}) {
  const modelType = traits.modelType ?? 'flux';
  const palette = ['#c02040', '#f0d0a0', '#402010'];
  const lora = writeLora({
    modelType,
    rank: 4,
    sizeBytes: 100_000,
    traits: { palette, mark: 'ACME', triggerWord: 'acme7', modelType, ...traits },
  });
  return `${world.publish('acme-v1.safetensors', () => new Response(lora.stream()))}`;
}

/** The name of a destination that the account has trained: its own, yet the public model's resolver cannot see it. */
async function trainPrivately(world: ReplicateWorld): Promise<string> {
  const id = await world.startTraining({ input: { steps: 10 } });
  await world.clock.advance(120_000);
  return (await world.client.trainings.get(id)).output?.version?.split(':')[0] ?? '';
}

async function fetchPicture(world: ReplicateWorld, url: unknown): Promise<Buffer> {
  const response = await world.simulators.fetch(String(url));
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

it('paints with the LoRA it fetches, once per address, at the size asked for', async () => {
  await using world = await useReplicate();
  const lora_weights = publishLora(world);
  const input = {
    prompt: 'acme7 on a beach',
    lora_weights,
    seed: 7,
    num_outputs: 2,
    aspect_ratio: '16:9',
    output_format: 'png',
  };
  const created = await world.client.predictions.create({ model, input });
  expect(created).toMatchObject({ status: 'starting', version: 'hidden', output: null, data_removed: false });
  await world.clock.advance(20_000);
  const done = await world.client.predictions.get(created.id);
  expect(done).toMatchObject({
    status: 'succeeded',
    error: null,
    output: [expect.any(String), expect.any(String)],
  });
  expect(done.logs).toContain('Using seed: 7\n');
  const picture = await fetchPicture(world, done.output[0]);
  expect(await sharp(picture).metadata()).toMatchObject({ width: 1344, height: 768, format: 'png' });

  const again = await world.client.predictions.create({ model, input });
  const other = await world.client.predictions.create({
    model,
    input: { ...input, lora_weights: publishLora(world, { mark: 'RIVAL', palette: ['#0000ff'] }) },
  });
  await world.clock.advance(20_000);
  const outputOf = async (id: string) =>
    fetchPicture(world, (await world.client.predictions.get(id)).output[0]);
  expect((await outputOf(again.id)).equals(picture)).toBe(true);
  expect((await outputOf(other.id)).equals(picture)).toBe(false);
  expect(world.simulators.replicate.simulator.loraFetches()).toEqual([
    { url: lora_weights, count: 1 },
    { url: expect.any(String), count: 1 },
  ]);
});

it.each([
  [
    'does not end in .safetensors',
    (world: ReplicateWorld) => world.publish('acme', () => new Response('x')),
    'does not end in .safetensors',
  ],
  [
    'is gone',
    (world: ReplicateWorld) => world.publish('a.safetensors', () => new Response(null, { status: 400 })),
    'HTTP status 400',
  ],
  [
    'is no LoRA',
    (world: ReplicateWorld) => world.publish('a.safetensors', () => new Response('<html>')),
    'Invalid LoRA',
  ],
  [
    'is of another base',
    (world: ReplicateWorld) => publishLora(world, { modelType: 'sdxl' }),
    'none of its keys match',
  ],
  ['is a private model', trainPrivately, 'none that can be read'],
])('fails with a LoRA that %s', async (_, make, error) => {
  await using world = await useReplicate();
  const { id } = await world.client.predictions.create({
    model,
    input: { prompt: 'x', lora_weights: await make(world) },
  });
  await world.clock.advance(20_000);
  expect(await world.client.predictions.get(id)).toMatchObject({
    status: 'failed',
    output: null,
    error: expect.stringContaining(error),
  });
});

it('runs a trained version and a public fine-tune, each with its own colours', async () => {
  await using world = await useReplicate();
  await world.startTraining({
    input: { input_images: await world.publishPictures({ colour: '#00c000' }), steps: 10 },
  });
  await world.clock.advance(120_000);
  const [trained] = (await world.client.trainings.list()).results;
  const version = trained?.output?.version ?? '';
  const run = async (options: { version: string }) => {
    const { id } = await world.client.predictions.create({
      ...options,
      input: { prompt: 'TOK', seed: 1, guidance_scale: 3, output_format: 'png' },
    });
    await world.clock.advance(20_000);
    const { output, status } = await world.client.predictions.get(id);
    expect(status).toBe('succeeded');
    return sharp(await fetchPicture(world, output[0])).stats();
  };
  const own = await run({ version: version.split(':')[1] ?? '' });
  const pixar = await world.client.models.get('fofr', 'flux-pixar');
  const foreign = await run({ version: `fofr/flux-pixar:${pixar.latest_version?.id}` });
  const greenness = ({ channels: [red, green] }: typeof own) => (green?.mean ?? 0) - (red?.mean ?? 0);
  expect(greenness(own)).toBeGreaterThan(20);
  expect(greenness(foreign)).toBeLessThan(greenness(own));
  const mixed = await world.request('/predictions', {
    method: 'POST',
    body: JSON.stringify({ version, input: { prompt: 'x', guidance: 3 } }),
  });
  expect(await mixed.json()).toMatchObject({
    invalid_fields: [{ description: 'Additional property guidance is not allowed' }],
  });
});

it('answers a caller that waits: 201 with the end, 202 without it', async () => {
  await using world = await useReplicate();
  const create = async (headers: Record<string, string>, passMs: number) => {
    const body = JSON.stringify({ input: { prompt: 'x', megapixels: '0.25' } });
    const answer = world.request(`/models/${model}/predictions`, { method: 'POST', body, headers });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await world.clock.advance(passMs);
    const response = await answer;
    return { status: response.status, body: await response.json() };
  };
  expect(await create({ prefer: 'wait' }, 60_000)).toMatchObject({
    status: 201,
    body: { status: 'succeeded' },
  });
  expect(await create({ prefer: 'wait=1' }, 1_000)).toMatchObject({
    status: 202,
    body: { status: 'starting' },
  });
  expect(await create({ prefer: 'wait=3' }, 3_000)).toMatchObject({
    status: 202,
    body: { status: 'processing' },
  });
});

it('ends a prediction that Cancel-After gives no more time', async () => {
  await using world = await useReplicate();
  world.fail({ on: 'replicate.predictions.run', kind: 'stall' });
  const create = (after: string) =>
    world.request(`/models/${model}/predictions`, {
      method: 'POST',
      headers: { 'cancel-after': after },
      body: JSON.stringify({ input: { prompt: 'x' } }),
    });
  expect((await create('2s')).status).toBe(422);
  expect((await create('soon')).status).toBe(422);
  const response = await create('1m30s');
  const {
    results: [prediction],
  } = await world.client.predictions.list();
  expect(await response.json()).toMatchObject({ id: prediction?.id, deadline: expect.any(String) });
  await world.clock.advance(89_000);
  expect(await world.client.predictions.get(prediction?.id ?? '')).toMatchObject({ status: 'processing' });
  await world.clock.advance(1_000);
  expect(await world.client.predictions.get(prediction?.id ?? '')).toMatchObject({ status: 'canceled' });
});

it('filters pictures: all of them is a failure, some of them is silence', async () => {
  await using world = await useReplicate();
  const run = async (input: object) => {
    const { id } = await world.client.predictions.create({
      model,
      input: { megapixels: '0.25', num_outputs: 4, ...input },
    });
    await world.clock.advance(20_000);
    return world.client.predictions.get(id);
  };
  expect(await run({ prompt: 'nsfw' })).toMatchObject({
    status: 'failed',
    error: expect.stringContaining('NSFW content'),
  });
  expect(await run({ prompt: 'nsfw', disable_safety_checker: true })).toMatchObject({ status: 'succeeded' });
  world.fail({ on: 'replicate.predictions.run', kind: 'filter-images', count: 3 });
  expect((await run({ prompt: 'fine' })).output).toHaveLength(1);
});

it('takes a prediction’s data away after an hour', async () => {
  await using world = await useReplicate();
  const { id } = await world.client.predictions.create({ model, input: { prompt: 'x', megapixels: '0.25' } });
  await world.clock.advance(30_000);
  const { output } = await world.client.predictions.get(id);
  await world.clock.advance(60 * 60_000);
  expect(await world.client.predictions.get(id)).toMatchObject({
    status: 'succeeded',
    output: null,
    input: {},
    logs: '',
    data_removed: true,
  });
  expect((await world.simulators.fetch(output[0])).status).toBe(404);
});

it('describes a picture as llava does, in pieces', async () => {
  await using world = await useReplicate();
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#c02040' } })
    .png()
    .toBuffer();
  const image = world.publish('picture.png', () => new Response(new Uint8Array(picture)));
  const { latest_version } = await world.client.models.get('yorickvp', 'llava-13b');
  const { id } = await world.client.predictions.create({
    version: latest_version?.id ?? '',
    input: { image, prompt: 'Describe this picture' },
  });
  await world.clock.advance(20_000);
  const { status, output } = await world.client.predictions.get(id);
  expect(status).toBe('succeeded');
  expect(output.length).toBeGreaterThan(2);
  expect(output.join('')).toMatch(/\w+ \w+/);
});
