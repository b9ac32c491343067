import type { TrainingReport } from '@act/ai-models/providers';
import { createRunpodProvider } from '@act/ai-models/providers/runpod';
import { expect, it } from 'vitest';
import { zip, zipPictures } from './testing/pictures.ts';
import { startRunpodFront } from './testing/runpod-front.ts';
import { answerWith, type Storage, startStorage } from './testing/storage.ts';
import type { ModelType } from './testing/training-input.ts';
import { describeHandler } from './testing/use-handler.ts';

const config = {
  steps: 60,
  learningRate: 4e-4,
  batchSize: 1,
  loraRank: 16,
  resolution: '512,768,1024',
  optimizer: 'adamw8bit',
  autocaption: true,
  captionDropout: 0.05,
  numRepeats: 10,
  seed: null,
};

/** A training as a job would start it. */
async function createCall(storage: Storage, modelType: ModelType = 'flux') {
  return {
    runKey: 'training-3f0c5c52-6d0e-4d0a-9b1e-0d8f2f6a4c11-1',
    brandId: 'acme',
    modelType,
    archiveUrl: storage.publish(await zipPictures()),
    triggerWord: 'user1',
    config,
    deadlineMs: 60_000,
    delivery: { lockUrl: storage.openUpload(), uploadUrls: [storage.openUpload()] },
  };
}
type Call = Awaited<ReturnType<typeof createCall>>;

async function startWorld(behaviours: readonly string[] = []) {
  await using cleanup = new AsyncDisposableStack();
  const storage = cleanup.use(await startStorage());
  const front = cleanup.use(await startRunpodFront(behaviours));
  const { apiKey, url: baseUrl, endpointId } = front;
  const { training } = createRunpodProvider({ apiKey, baseUrl, endpoints: { training: endpointId } });
  if (!training) throw new TypeError('An endpoint was given.');
  const provider = training;
  const owned = cleanup.move();

  const begin = async (call: Call) => {
    const started = await provider.startTraining(call);
    if (started.outcome !== 'accepted') throw started.error;
    return started.handle;
  };
  /** Looks until it is as wished. */
  const look = async (handle: Awaited<ReturnType<typeof begin>>, wished: (state: string) => boolean) => {
    for (;;) {
      const status = await provider.getTrainingStatus(handle, { config });
      if (wished(status.state)) return status;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const hasEnded = (state: string) => state !== 'queued' && state !== 'running';
  return {
    storage,
    provider,
    begin,
    look,
    end: async (call: Call) => look(await begin(call), hasEnded),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

describeHandler("the library's adapter reads", () => {
  it('a training as it goes on, and its end', async () => {
    await using world = await startWorld();
    const call = await createCall(world.storage, 'sd15');
    const handle = await world.begin(call);
    const reports: TrainingReport[] = [];
    for (;;) {
      const status = await world.look(handle, () => true);
      if (status.state !== 'running') break;
      reports.push(status.report);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const training = reports.filter(({ stage }) => stage === 'training').at(-1);
    expect(training).toMatchObject({
      totalSteps: 60,
      progress: expect.any(Number),
      secondsLeft: expect.any(Number),
      losses: [{ step: training?.step, loss: expect.any(Number), learningRate: 4e-4 }],
      samples: 0,
      logTail: expect.stringContaining('avr_loss='),
    });
    expect(await world.look(handle, (state) => state !== 'running')).toMatchObject({
      state: 'succeeded',
      weights: { from: 'delivery', index: 0 },
      gpuSeconds: expect.any(Number),
    });
    expect(world.storage.read(call.delivery.uploadUrls[0] ?? '')).not.toBeNull();
  });

  it('that another run has the lock', async () => {
    await using world = await startWorld();
    const call = await createCall(world.storage);
    expect(await world.end(call)).toMatchObject({ state: 'succeeded' });
    expect(await world.end(call)).toEqual({ state: 'superseded', by: null });
  });

  it('that a run was cancelled', async () => {
    await using world = await startWorld(['hang']);
    const handle = await world.begin(await createCall(world.storage));
    await world.look(handle, (state) => state === 'running');
    await world.provider.cancelTraining(handle);
    expect(await world.look(handle, (state) => state !== 'running')).toMatchObject({ state: 'cancelled' });
  });

  it.each<[string, string, boolean, Partial<Call> | 'no pictures' | 'gone' | 'no room', string?]>([
    ['input that is not as agreed', 'input_refused', false, { config: { ...config, optimizer: 'sgd' } }],
    ['an archive without pictures', 'dataset_refused', false, 'no pictures'],
    ['an archive that is gone', 'input_refused', true, 'gone'],
    ['weights that were not taken', 'run_failed', true, 'no room'],
    ['a GPU that was too small', 'out_of_memory', false, {}, 'out-of-memory'],
    ['a trainer that broke', 'run_failed', true, {}, 'secrets'],
    ['weights that were cut off', 'run_failed', true, {}, 'truncate'],
  ])('%s as %s', async (_what, failure, retryable, change, behaviour = 'well') => {
    await using world = await startWorld([behaviour]);
    const { storage } = world;
    const call = await createCall(storage);
    const empty = await zip([{ name: 'one.txt', content: 'a caption' }]);
    const changes = {
      'no pictures': { archiveUrl: storage.publish(empty) },
      gone: { archiveUrl: storage.publish(answerWith(404)) },
      'no room': { delivery: { ...call.delivery, uploadUrls: [storage.openUpload(() => answerWith(413))] } },
    };
    const status = await world.end({ ...call, ...(typeof change === 'string' ? changes[change] : change) });
    expect(status).toMatchObject({ state: 'failed', error: { failure, retryable } });
  });
});
