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
  readonly listFails?: boolean;
}

/** Runs by number, with what was asked. */
function createVendor(count: number, { listFails = false }: VendorOptions = {}) {
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
  // Between two lists.
  vendor.clock.ms += 5_000;
  await vendor.askAll();
  vendor.heard();
  vendor.clock.ms += 5_000;
  vendor.states.set('run-207', 'succeeded');
  vendor.states.set('run-208', 'queued');
  const answers = await vendor.askAll();
  expect(vendor.heard().sort()).toEqual(['page', 'page', 'page', 'run-207', 'run-208']);
  expect(answers[206]).toMatchObject({ state: 'succeeded' });
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

it('hears every run in turn, in rounds that cost no more than a list', async () => {
  const vendor = createVendor(600);
  const said = new Set<string>();
  for (let round = 0; round < 200; round += 1) {
    const answers = await vendor.askAll();
    for (const answer of answers) {
      if (answer.state === 'running' && answer.report.logTail !== '') said.add(answer.report.logTail);
    }
    const heard = vendor.heard();
    expect(heard).toHaveLength(6);
    expect(heard.includes('page')).toBe(round % 2 === 0);
    vendor.clock.ms += 5_000;
  }
  expect(said.size).toBe(600);
});

it('hears nobody of whose end another process has heard', async () => {
  const vendor = createVendor(50);
  await vendor.askAll();
  vendor.clock.ms += 5_000;
  await vendor.askAll();
  for (let number = 6; number <= 45; number += 1) vendor.states.set(`run-${number}`, 'succeeded');
  const open = [
    'run-1',
    'run-2',
    'run-3',
    'run-4',
    'run-5',
    'run-46',
    'run-47',
    'run-48',
    'run-49',
    'run-50',
  ];
  const askOpen = () => Promise.all(open.map(vendor.ask));
  for (let number = 1; number <= 20; number += 1) vendor.states.set(`more-${number}`, 'running');
  vendor.clock.ms += 5_000;
  await askOpen();
  vendor.heard();
  vendor.clock.ms += 5_000;
  await askOpen();
  expect(vendor.heard().filter((id) => open.includes(id))).toEqual([
    'run-46',
    'run-47',
    'run-48',
    'run-49',
    'run-50',
  ]);
});

it('lists again where the last list would grow old within the round', async () => {
  const vendor = createVendor(200);
  await vendor.askAll();
  vendor.heard();
  vendor.clock.ms += 118_000;
  await vendor.ask('run-1');
  vendor.clock.ms += 3_000;
  await vendor.askAll();
  expect(vendor.heard().filter((id) => id === 'page')).toHaveLength(2);
  expect(vendor.asked).toHaveLength(0);
});

it('lists again at once where nobody has more to say', async () => {
  const vendor = createVendor(30);
  for (const id of vendor.states.keys()) vendor.states.set(id, 'queued');
  for (let round = 0; round < 3; round += 1) {
    await vendor.askAll();
    expect(vendor.heard()).toEqual(['page']);
    vendor.clock.ms += 5_000;
  }
});

it('asks by itself after a run of which somebody heard before its turn', async () => {
  const vendor = createVendor(50);
  await vendor.askAll();
  vendor.clock.ms += 4_000;
  expect(await vendor.ask('run-50')).toMatchObject({ state: 'running' });
  vendor.heard();
  vendor.clock.ms += 1_500;
  await vendor.ask('run-1');
  vendor.states.set('run-50', 'succeeded');
  expect(await vendor.ask('run-50')).toMatchObject({ state: 'succeeded' });
});

it('believes no older list after a cancellation, in a round without one either', async () => {
  const vendor = createVendor(50);
  await vendor.askAll();
  await vendor.board.cancelTraining({ providerJobId: 'run-50' });
  vendor.clock.ms += 5_000;
  await vendor.ask('run-1');
  expect(vendor.heard()).toEqual(['page', 'run-1']);
  expect(await vendor.ask('run-50')).toMatchObject({ state: 'cancelled' });
});
