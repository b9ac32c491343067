import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AiModelsError } from '../../errors/index.ts';
import { poll } from '../../shared/poll.ts';
import { zipPictures } from '../testing/file-server.ts';
import { abortOnFault, briskly, quickly, standingStill } from '../testing/provider-world.ts';
import { sampleGenerationCall, sampleTrainingCall } from '../testing/sample-calls.ts';
import type { StartTrainingCall } from '../training-provider.ts';
import { createReplicateProvider } from './replicate-provider.ts';
import { createReplicateWorld } from './testing/replicate-world.ts';

type World = Awaited<ReturnType<typeof createReplicateWorld>>;

/** Nothing listens there: whoever asks for it fails. */
const nowhere = 'http://127.0.0.1:9';
const colour = '#2060c0';

const createWorld = (kind: 'training' | 'prediction' = 'training', settings: object = {}) =>
  createReplicateWorld(kind, { reach: 'files', ...settings });

async function createCall(fields: Partial<StartTrainingCall> = {}): Promise<StartTrainingCall> {
  const zip = await zipPictures(colour);
  const call = sampleTrainingCall({
    openArchive: async () => toResponse(zip),
    webhookUrl: `${nowhere}/doorbell`,
    ...fields,
  });
  return { ...call, archiveUrl: `${nowhere}/1.zip?download=${call.runKey}.zip` };
}

/** In pieces, with its length, as storage sends it. */
function toResponse(
  bytes: Uint8Array,
  headers: Record<string, string> = { 'content-length': String(bytes.length) },
) {
  const body = new ReadableStream({
    start: (controller) => {
      for (let at = 0; at < bytes.length; at += 1_000) controller.enqueue(bytes.slice(at, at + 1_000));
      controller.close();
    },
  });
  return new Response(body, { headers });
}

const ask = async ({ simulators }: World, path: string, method = 'GET') =>
  fetch(`${simulators.replicate.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${simulators.replicate.token}` },
  });
const filesSchema = z.object({
  results: z.array(z.looseObject({ id: z.string(), urls: z.object({ get: z.string() }) })),
});
const listFiles = async (world: World) =>
  filesSchema.parse(await (await ask(world, '/files')).json()).results;
const firstFile = async (world: World) => {
  const [file] = await listFiles(world);
  if (!file) throw new Error('Nothing was handed over.');
  return file;
};
const inputOf = ({ simulators }: World) => simulators.replicate.simulator.runs()[0]?.input;

async function start({ provider }: World, call: StartTrainingCall) {
  const outcome = await provider.training.startTraining(call);
  if (outcome.outcome !== 'accepted') throw outcome.error;
  return outcome.handle;
}

const untilEnded = (
  { provider, clock }: World,
  call: StartTrainingCall,
  handle: { providerJobId: string },
) => {
  clock.setSpeed(quickly);
  const look = async () => {
    const status = await provider.training.getTrainingStatus(handle, call);
    return status.state === 'queued' || status.state === 'running' ? null : status;
  };
  return poll(look, { waitingFor: 'the end of a training', intervalMs: 20, timeoutMs: 20_000 });
};

describe('an archive that Replicate cannot fetch', () => {
  it('is handed over, and trained on', async () => {
    await using world = await createWorld();
    world.clock.setSpeed(standingStill);
    const call = await createCall();
    const handle = await start(world, call);
    const file = await firstFile(world);
    expect(file).toMatchObject({
      name: `${call.runKey}.zip`,
      content_type: 'application/zip',
      metadata: { run_key: call.runKey },
      size: (await zipPictures(colour)).length,
    });
    expect(inputOf(world)).toMatchObject({ input_images: file.urls.get, trigger_word: call.triggerWord });
    expect(world.simulators.replicate.simulator.runs()[0]?.webhook).toBeNull();
    const status = await untilEnded(world, call, handle);
    if (status.state !== 'succeeded') throw new Error(`The training is ${status.state}.`);
    const weights = Buffer.from(await world.readOutput(status.weights)).toString('latin1');
    // The simulator's LoRA says which colours it was trained on.
    expect(weights).toContain(colour);
    expect(status.providerVersion).toMatch(/^[0-9a-f]{64}$/);
    expect(world.runs()).toHaveLength(1);
  });

  it('is found by what was handed over, when the answer to its start was lost', async () => {
    await using world = await createWorld();
    world.clock.setSpeed(standingStill);
    const { training } = world.provider;
    await start(world, await createCall({ runKey: 'training-0-1' }));
    world.addFault('start', { kind: 'drop-after-accept' });
    const call = await createCall();
    const since = new Date();
    expect(await training.startTraining(call)).toMatchObject({ outcome: 'unknown' });
    const [, run] = world.simulators.replicate.simulator.runs();
    expect(await training.findTraining({ runKey: call.runKey, since })).toEqual({ providerJobId: run?.id });
    expect(await training.findTraining({ runKey: 'training-1-1', since })).toBeNull();
    // Of what has expired nobody can tell whose it was; the others are found all the same.
    const newest = await firstFile(world);
    expect((await ask(world, `/files/${newest.id}`, 'DELETE')).status).toBe(204);
    expect(await training.findTraining({ runKey: call.runKey, since })).toBeNull();
    expect(await training.findTraining({ runKey: 'training-0-1', since })).not.toBeNull();
  });

  it('is asked for once in a search, and a search fails with the list', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      asked.push(`${init?.method} ${new URL(String(input)).pathname}`);
      return globalThis.fetch(input, init);
    };
    await using world = await createWorld('training', { fetch });
    world.clock.setSpeed(standingStill);
    const since = new Date();
    const call = await createCall();
    await start(world, call);
    const { token, url } = world.simulators.replicate;
    const other = createReplicateProvider({ apiToken: token, baseUrl: url });
    const archiveUrl = (await firstFile(world)).urls.get;
    expect(await other.training.startTraining({ ...call, archiveUrl })).toMatchObject({
      outcome: 'accepted',
    });
    world.simulators.faults.add({ on: 'replicate.trainings.list', kind: 'status', status: 401 });
    const search = { runKey: 'training-1-1', since };
    await expect(world.provider.training.findTraining(search)).rejects.toMatchObject({
      failure: 'unauthenticated',
    });
    asked.length = 0;
    expect(await world.provider.training.findTraining(search)).toBeNull();
    expect(asked.filter((one) => one.includes('/files/'))).toHaveLength(1);
  });

  it.each(['drop-before-accept', 'drop-after-accept', 'status'] as const)(
    'is handed over again after %s; the training is paid once',
    async (kind) => {
      await using world = await createWorld();
      const on = 'replicate.files.create';
      world.simulators.faults.add({ on, kind, ...(kind === 'status' && { status: 503 }) });
      const call = await createCall();
      expect(await untilEnded(world, call, await start(world, call))).toMatchObject({ state: 'succeeded' });
      expect(world.runs()).toHaveLength(1);
    },
  );

  it('is handed over without its length, where storage does not tell it', async () => {
    await using world = await createWorld();
    const zip = await zipPictures(colour);
    const call = await createCall({ openArchive: async () => toResponse(zip, {}) });
    expect(await untilEnded(world, call, await start(world, call))).toMatchObject({ state: 'succeeded' });
  });

  it('may have expired before the training began: another start helps', async () => {
    await using world = await createWorld();
    world.clock.setSpeed(standingStill);
    const call = await createCall();
    const handle = await start(world, call);
    const file = await firstFile(world);
    await ask(world, `/files/${file.id}`, 'DELETE');
    expect(await untilEnded(world, call, handle)).toMatchObject({
      state: 'failed',
      error: { failure: 'input_refused', retryable: true },
    });
  });

  it('is taken back when the training is refused, and kept when that is not known', async () => {
    await using world = await createWorld();
    world.addFault('start', { kind: 'status', status: 402 });
    expect(await world.provider.training.startTraining(await createCall())).toMatchObject({
      outcome: 'refused',
      error: { failure: 'no_credit' },
    });
    expect(await listFiles(world)).toEqual([]);
    world.addFault('start', { kind: 'status', status: 503 });
    expect(await world.provider.training.startTraining(await createCall())).toMatchObject({
      outcome: 'unknown',
    });
    expect(await listFiles(world)).toHaveLength(1);
  });
});

describe('an archive that cannot be handed over', () => {
  const refusedWith = async (world: World, fields: Partial<StartTrainingCall>) => {
    const outcome = await world.provider.training.startTraining(await createCall(fields));
    expect(world.runs()).toHaveLength(0);
    return outcome;
  };

  it('is too large, and nothing of it is sent', async () => {
    await using world = await createWorld();
    let isLeft = false;
    const leave = () => {
      isLeft = true;
    };
    const body = new ReadableStream({ cancel: leave }, { highWaterMark: 0 });
    const headers = { 'content-length': String(100 * 1024 ** 2) };
    const outcome = await refusedWith(world, { openArchive: async () => new Response(body, { headers }) });
    expect(outcome).toMatchObject({
      outcome: 'refused',
      error: {
        failure: 'too_large',
        fault: 'caller',
        retryable: false,
        message: expect.stringMatching(/less than 100 MB/),
      },
    });
    expect(isLeft).toBe(true);
  });

  it('is too large for Replicate', async () => {
    await using world = await createWorld();
    world.simulators.faults.add({ on: 'replicate.files.create', kind: 'status', status: 413 });
    expect(await refusedWith(world, {})).toMatchObject({
      outcome: 'refused',
      error: { failure: 'too_large', hint: expect.stringMatching(/reached from the internet/) },
    });
  });

  it('cannot be read, or not to its end', async () => {
    await using world = await createWorld();
    const error = new AiModelsError({ code: 'storage_failed', message: 'No.', retryable: true });
    const unread = await refusedWith(world, { openArchive: () => Promise.reject(error) });
    expect(unread).toMatchObject({
      outcome: 'refused',
      error: { fault: 'operator', retryable: true, cause: error },
    });
    const cut = () => toResponse(new Uint8Array(5_000), { 'content-length': '9000' });
    const broken = await refusedWith(world, { openArchive: async () => cut() });
    expect(broken).toMatchObject({ outcome: 'refused', error: { failure: 'unreachable', retryable: true } });
    expect(await listFiles(world)).toEqual([]);
  });

  it('is not offered', async () => {
    await using world = await createWorld();
    const { openArchive: _, ...call } = await createCall();
    expect(await world.provider.training.startTraining(call)).toMatchObject({
      outcome: 'refused',
      error: {
        failure: 'input_refused',
        fault: 'operator',
        message: expect.stringMatching(/from this machine/),
      },
    });
  });

  it('is stopped on its way', async () => {
    await using world = await createWorld();
    world.simulators.faults.add({ on: 'replicate.files.create', kind: 'stall' });
    const outcome = await refusedWith(world, { signal: abortOnFault(world) });
    expect(outcome).toMatchObject({ outcome: 'refused', error: { failure: 'stopped' } });
  });
});

describe('a model that Replicate cannot fetch', () => {
  const lora = (providerVersion: string | null) => ({
    url: `${nowhere}/models/acme/flux-lora-v1.safetensors?token=abc`,
    scale: 1,
    providerVersion,
  });

  it('is run as the version that was trained, and found again', async () => {
    await using world = await createWorld('prediction');
    const training = await createCall();
    const trained = await untilEnded(world, training, await start(world, training));
    if (trained.state !== 'succeeded' || !trained.providerVersion) throw new Error('Nothing was trained.');
    const { images } = world.provider;
    const call = sampleGenerationCall({
      imageCount: 2,
      loras: [lora(trained.providerVersion)],
      webhookUrl: `${nowhere}/doorbell`,
    });
    const since = new Date();
    world.clock.setSpeed(standingStill);
    world.addFault('start', { kind: 'drop-after-accept' });
    expect(await images.startGeneration(call)).toMatchObject({ outcome: 'unknown' });
    const handle = await images.findGeneration({ call, since, taken: [] });
    expect(handle).toEqual({ providerJobId: world.runs()[0]?.id });
    for (const other of ['f'.repeat(64), null]) {
      const search = { call: { ...call, loras: [lora(other)] }, since, taken: [] };
      expect(await images.findGeneration(search)).toBeNull();
    }
    if (!handle) throw new Error('Nothing was found.');
    world.clock.setSpeed(briskly);
    const status = await poll(
      async () => {
        const now = await images.getGenerationStatus(handle);
        return now.state === 'queued' || now.state === 'running' ? null : now;
      },
      { waitingFor: 'pictures', intervalMs: 20, timeoutMs: 20_000 },
    );
    expect(status).toMatchObject({
      state: 'succeeded',
      images: [{ from: 'provider' }, { from: 'provider' }],
    });
    expect(world.runs()).toHaveLength(1);
    expect(world.simulators.replicate.simulator.loraFetches()).toEqual([]);
  });

  it('is not found in a prediction without any', async () => {
    await using world = await createWorld('prediction');
    world.clock.setSpeed(standingStill);
    const since = new Date();
    const call = sampleGenerationCall({ loras: [] });
    expect(await world.provider.images.startGeneration(call)).toMatchObject({ outcome: 'accepted' });
    const search = { call: { ...call, loras: [lora(null)] }, since, taken: [] };
    expect(await world.provider.images.findGeneration(search)).toBeNull();
    expect(await world.provider.images.findGeneration({ ...search, call })).not.toBeNull();
  });
});
