import { expect, it } from 'vitest';
import { trainerVersions } from '../models/known-models.ts';
import { useReplicate } from '../testing/use-replicate.ts';

const version = trainerVersions[0] ?? '';

it('plays a training from acceptance to an archive and a new version, for the published client', async () => {
  await using world = await useReplicate();
  const { client, clock } = world;
  const destination = await world.createDestination('brand-acme');
  const created = await client.trainings.create('ostris', 'flux-dev-lora-trainer', version, {
    destination,
    input: { input_images: await world.publishPictures(), trigger_word: 'acme7', steps: 1000 },
  });
  expect(created).toMatchObject({
    status: 'starting',
    logs: '',
    model: 'ostris/flux-dev-lora-trainer',
    version,
  });
  expect(created.id).toMatch(/^[a-z0-9]{26}$/);
  expect(created.urls.get).toContain(`/v1/predictions/${created.id}`);

  await clock.advance(16_000);
  const begun = await client.trainings.get(created.id);
  expect(begun).toMatchObject({
    status: 'processing',
    urls: { get: expect.stringContaining('/v1/trainings/') },
  });

  await clock.advance(600_000);
  const halfway = await client.trainings.get(created.id);
  expect(halfway.logs).toContain('Extracted 3 files from zip to input_images\n');
  expect(halfway.logs).toMatch(
    /flux_train_replicate: {2}5\d%\|█████. {4}\| 5\d\d\/1000 \[09:\d\d<0\d:\d\d, {2}1\.10s\/it, lr: 4\.0e-04 loss: \d\.\de-01\]/,
  );
  expect(halfway.logs).toContain('\r');
  expect(halfway.metrics).toBeUndefined();

  await clock.advance(600_000);
  const done = await client.trainings.get(created.id);
  expect(done).toMatchObject({
    status: 'succeeded',
    error: null,
    metrics: { predict_time: expect.any(Number) },
  });
  expect(done.logs?.startsWith(halfway.logs ?? '-')).toBe(true);
  expect(done.output?.version).toMatch(/^act-demo\/brand-acme:[0-9a-f]{64}$/);
  const model = await client.models.get('act-demo', 'brand-acme');
  expect(`act-demo/brand-acme:${model.latest_version?.id}`).toBe(done.output?.version);
});

it('refuses what Replicate refuses, in its words', async () => {
  await using world = await useReplicate();
  const destination = await world.createDestination();
  const send = async (path: string, body: object, headers = {}) => {
    const response = await world.request(path, { method: 'POST', body: JSON.stringify(body), headers });
    const answer: unknown = await response.json();
    return Object.assign({ status: response.status }, answer);
  };
  const path = `/models/ostris/flux-dev-lora-trainer/versions/${version}/trainings`;
  const input = { input_images: 'https://files.example.test/x.zip' };

  expect(await send(path, { destination, input }, { authorization: 'Bearer r8_unknown' })).toMatchObject({
    status: 401,
    title: 'Unauthenticated',
  });
  expect(await send(path, { destination: 'act-demo/none', input })).toEqual({
    status: 404,
    detail: 'The specified training destination does not exist',
  });
  expect(await send(path, { destination: 'fofr/flux-pixar', input })).toMatchObject({ status: 404 });
  expect(await send(path.replace(version, 'f'.repeat(64)), { destination, input })).toMatchObject({
    status: 422,
    title: 'Invalid version or not permitted',
  });
  expect(
    await send(path, { destination, input: { ...input, steps: 9000, optimiser: 'x', optimizer: 'sgd' } }),
  ).toMatchObject({
    status: 422,
    title: 'Input validation failed',
    detail: expect.stringContaining('- input.steps: Must be less than or equal to 6000\n'),
    invalid_fields: expect.arrayContaining([
      { type: 'number_lte', field: 'input.steps', description: 'Must be less than or equal to 6000' },
      {
        type: 'additional_property_not_allowed',
        field: 'input',
        description: 'Additional property optimiser is not allowed',
      },
      expect.objectContaining({ type: 'enum', field: 'input.optimizer' }),
    ]),
  });
  expect(await send(path, { destination, input: {} })).toMatchObject({
    invalid_fields: [{ type: 'required', field: 'input', description: 'input_images is required' }],
  });
  expect(await send(path, { destination, input, webhook: 'http://elsewhere.example/hook' })).toMatchObject({
    status: 422,
  });
  expect(await send(path, { destination, input, idempotency_key: 'x' })).toMatchObject({ status: 422 });
  expect(world.simulators.runs()).toEqual([]);
});

it('calls a training aborted before it has begun and canceled after', async () => {
  await using world = await useReplicate();
  const [early, late] = [await world.startTraining(), await world.startTraining()];
  expect(await world.client.trainings.cancel(early)).toMatchObject({ status: 'aborted' });
  await world.clock.advance(300_000);
  const canceled = await world.client.trainings.cancel(late);
  expect(canceled.status).toBe('canceled');
  await world.clock.advance(3_000_000);
  expect(await world.client.trainings.get(late)).toMatchObject({ status: 'canceled', logs: canceled.logs });
  expect(await world.client.trainings.cancel(late)).toMatchObject({ status: 'canceled' });
});

it('fails as the trainer does when the archive is of no use', async () => {
  await using world = await useReplicate();
  const notAZip = await world.startTraining({
    input: { input_images: world.publish('x.zip', () => new Response('<html>')) },
  });
  const gone = await world.startTraining({
    input: { input_images: world.publish('x.zip', () => new Response(null, { status: 400 })) },
  });
  const inside = await world.startTraining({
    input: { input_images: 'http://169.254.169.254/latest/meta-data' },
  });
  await world.clock.advance(60_000);
  for (const id of [notAZip, gone, inside]) {
    const training = await world.client.trainings.get(id);
    expect(training).toMatchObject({ status: 'failed', output: null, error: expect.any(String) });
    expect(training.logs).toContain(training.error);
  }
});

it('lists an account’s own trainings newest first, a hundred to a page, and nobody else’s', async () => {
  const accounts = [
    { token: 'r8_one', username: 'one' },
    { token: 'r8_two', username: 'two' },
  ];
  await using world = await useReplicate({ replicate: { accounts } });
  const destination = await world.createDestination();
  const ids: string[] = [];
  for (let count = 0; count < 205; count += 1) {
    const { id } = await world.client.trainings.create('ostris', 'flux-dev-lora-trainer', version, {
      destination,
      input: { input_images: 'https://files.example.test/x.zip' },
    });
    ids.push(id);
  }
  const pages: string[][] = [];
  for await (const page of world.client.paginate(world.client.trainings.list))
    pages.push(page.map(({ id }) => id));
  expect(pages.map((page) => page.length)).toEqual([100, 100, 5]);
  expect(pages.flat()).toEqual(ids.toReversed());

  const asTwo = (path: string, init?: RequestInit) =>
    world.request(path, { ...init, headers: { authorization: 'Bearer r8_two' } });
  expect(await (await asTwo('/trainings')).json()).toMatchObject({ results: [] });
  expect((await asTwo(`/trainings/${ids[0]}`)).status).toBe(404);
  expect((await asTwo(`/trainings/${ids[0]}/cancel`, { method: 'POST' })).status).toBe(404);
  expect((await asTwo(`/models/${destination}`)).status).toBe(404);
});
