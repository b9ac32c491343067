import type {
  TrainingConfig,
  TrainingListing,
  TrainingProvider,
  TrainingStatus,
} from '@act/ai-models/providers';
import { expect, it } from 'vitest';
import { withRunBoard } from './run-board.ts';

const config: TrainingConfig = {
  steps: 10,
  learningRate: 4e-4,
  batchSize: 1,
  loraRank: 16,
  resolution: '512',
  optimizer: 'adamw8bit',
  autocaption: false,
  captionDropout: 0,
  numRepeats: 1,
  seed: null,
};

interface VendorOptions {
  readonly looksPerList?: number;
  readonly listFails?: boolean;
}

/** Runs by number, with what was asked. */
function createVendor(count: number, { looksPerList = 0, listFails = false }: VendorOptions = {}) {
  const states = new Map<string, TrainingStatus['state']>();
  for (let number = 1; number <= count; number += 1) states.set(`run-${number}`, 'running');
  const asked: string[] = [];
  const clock = { ms: Date.parse('2026-11-22T10:00:00Z') };
  const look = async (id: string): Promise<TrainingStatus> => {
    asked.push(id);
    const state = states.get(id) ?? 'cancelled';
    if (state === 'succeeded') return { state, weights: { from: 'provider', url: 'https://vendor.test/w' } };
    if (state === 'running')
      return { state, report: { losses: [{ step: 1, loss: 0.5 }], logTail: `line of ${id}` } };
    return state === 'queued' ? { state } : { state: 'cancelled' };
  };
  const unused = () => Promise.reject(new Error('Not of this test.'));
  const training: TrainingProvider = {
    id: 'replicate',
    modelTypes: ['flux'],
    writesCaptions: true,
    afterUnknown: 'look',
    delivers: 'from provider',
    startTraining: unused,
    findTraining: unused,
    openOutput: unused,
    async *listTrainings() {
      if (listFails) throw new Error('The list is not to be had.');
      for (const [index, [id, state]] of [...states].entries()) {
        if (index % 100 === 0) asked.push('page');
        const line: TrainingListing = {
          handle: { providerJobId: id },
          state,
          runKey: null,
          createdAt: new Date(clock.ms),
        };
        yield line;
      }
    },
    getTrainingStatus: ({ providerJobId }) => look(providerJobId),
    cancelTraining: async ({ providerJobId }) => {
      states.set(providerJobId, 'cancelled');
    },
  };
  const board = withRunBoard(training, {
    countOpenRuns: async () =>
      [...states.values()].filter((state) => ['queued', 'running'].includes(state)).length,
    now: () => new Date(clock.ms),
    looksPerList,
  });
  const ask = (id: string) => board.getTrainingStatus({ providerJobId: id }, { config });
  return {
    states,
    asked,
    clock,
    board,
    ask,
    askAll: () => Promise.all([...states.keys()].map(ask)),
    /** What was asked since the last time. */
    heard: () => asked.splice(0),
  };
}

it('asks after many runs with one page for each hundred, and after the changed ones', async () => {
  const vendor = createVendor(250);
  await vendor.askAll();
  expect(vendor.heard()).toEqual(['page', 'page', 'page']);
  vendor.clock.ms += 5_000;
  vendor.states.set('run-7', 'succeeded');
  vendor.states.set('run-8', 'queued');
  const answers = await vendor.askAll();
  expect(vendor.heard().sort()).toEqual(['page', 'page', 'page', 'run-7', 'run-8']);
  expect(answers[6]).toMatchObject({ state: 'succeeded' });
  expect(answers.filter(({ state }) => state === 'running')).toHaveLength(248);
});

it('asks after few runs one by one', async () => {
  const vendor = createVendor(20);
  await vendor.askAll();
  expect(vendor.heard()).toHaveLength(20);
  expect(vendor.asked).not.toContain('page');
});

it('asks by itself after a run that the list does not hold', async () => {
  const vendor = createVendor(100);
  expect(await vendor.ask('run-unknown')).toMatchObject({ state: 'cancelled' });
  expect(vendor.heard()).toEqual(['page', 'run-unknown']);
});

it('lets no list answer twice for a run', async () => {
  const vendor = createVendor(50);
  await vendor.ask('run-1');
  vendor.states.set('run-1', 'succeeded');
  // A doorbell rang: the list is as old as it was.
  expect(await vendor.ask('run-1')).toMatchObject({ state: 'succeeded' });
  expect(vendor.heard()).toEqual(['page', 'run-1']);
});

it('believes no list that was read before a cancellation', async () => {
  const vendor = createVendor(50);
  await vendor.ask('run-1');
  vendor.clock.ms += 5_000;
  await vendor.ask('run-2');
  await vendor.ask('run-1');
  await vendor.board.cancelTraining({ providerJobId: 'run-1' });
  expect(await vendor.ask('run-1')).toMatchObject({ state: 'cancelled' });
});

it('asks after each by itself where the list cannot be read', async () => {
  const vendor = createVendor(50, { listFails: true });
  expect(await vendor.ask('run-1')).toMatchObject({ state: 'running' });
  expect(vendor.heard()).toEqual(['run-1']);
});

it('looks at some that go on for what they say, and says nothing twice for the others', async () => {
  const vendor = createVendor(50, { looksPerList: 3 });
  const answers = await vendor.askAll();
  expect(vendor.heard()).toHaveLength(1 + 3);
  const said = answers.filter((answer) => answer.state === 'running' && answer.report.logTail !== '');
  expect(said).toHaveLength(3);
});
