import { describe, expect, it } from 'vitest';
import { createFaultBoard } from '../faults/fault-board.ts';
import { createScaledClock } from '../time/simulated-clock.ts';
import { createRunpodSimulator } from './runpod-simulator.ts';
import { minutes, useRunpod } from './testing/use-runpod.ts';

describe('who may ask', () => {
  it.each([
    ['nobody', '', 401],
    ['a stranger', 'Bearer rpa_STRANGER', 401],
  ])('%s may not', async (_name, authorization, status) => {
    using world = useRunpod();
    expect(await world.request('/act/health', undefined, { authorization })).toMatchObject({ status });
  });

  it('the bare key will do', async () => {
    using world = useRunpod();
    const authorization = world.simulator.endpoints[0]?.apiKey ?? '';
    expect(await world.request('/act/health', undefined, { authorization })).toMatchObject({ status: 200 });
  });

  it('knows no other endpoint, and no job of one', async () => {
    using world = useRunpod({ endpoints: [{ id: 'act' }, { id: 'other', apiKey: 'rpa_OTHER' }] });
    const authorization = 'Bearer rpa_OTHER';
    const id = await world.submit(world.generationInput());
    expect(await world.request('/nowhere/health')).toMatchObject({ status: 404 });
    expect(await world.request('/other/health')).toMatchObject({ status: 404 });
    expect(await world.request(`/other/status/${id}`, undefined, { authorization })).toMatchObject({
      status: 404,
    });
    expect(await world.request('/act/status/nothing')).toMatchObject({ status: 404 });
  });
});

it('runs a job from the queue to its end, with times', async () => {
  using world = useRunpod();
  const { status, body } = await world.request('/act/run', { input: world.generationInput() });
  expect({ status, body }).toEqual({ status: 200, body: { id: expect.any(String), status: 'IN_QUEUE' } });
  expect(body.id).toMatch(/^[0-9a-f-]{36}-[eu]1$/);
  expect(await world.status(body.id)).toEqual(body);

  await world.clock.advance(13_000);
  expect((await world.request('/act/health')).body).toMatchObject({ workers: { idle: 0, running: 1 } });
  expect(await world.status(body.id)).toMatchObject({
    status: 'IN_PROGRESS',
    delayTime: 12_000,
    workerId: expect.any(String),
    output: { stage: 'downloading', step: 0, total_steps: 60 },
  });
  await world.clock.advance(6_000);
  expect(await world.status(body.id)).toMatchObject({ status: 'IN_PROGRESS', output: { step: 30 } });
  await world.clock.advance(10_000);
  expect(await world.status(body.id)).toMatchObject({
    status: 'COMPLETED',
    delayTime: 12_000,
    executionTime: 4_000 + 2 * 30 * 60,
    output: { images: [{ index: 0 }, { index: 1 }] },
  });
});

describe('ends that somebody wishes', () => {
  it('cancels what waits and what runs, and leaves what has ended', async () => {
    using world = useRunpod({ endpoints: [{ id: 'act', maxWorkers: 1 }] });
    const input = await world.trainingInput();
    const running = await world.submit(input);
    const waiting = await world.submit(world.generationInput());
    await world.clock.advance(minutes(1));
    for (const id of [running, waiting]) {
      expect((await world.request(`/act/cancel/${id}`, {})).body).toEqual({ id, status: 'CANCELLED' });
    }
    await world.clock.advance(minutes(20));
    expect(world.uploaded(input.upload_urls[0] ?? '')).toBeNull();

    const done = await world.submit(world.generationInput());
    await world.clock.advance(minutes(1));
    expect((await world.request(`/act/cancel/${done}`, {})).body).toEqual({ id: done, status: 'COMPLETED' });
    expect(await world.request('/act/cancel/nothing', {})).toMatchObject({ status: 404 });
  });

  it('purges what no worker has begun', async () => {
    using world = useRunpod({ endpoints: [{ id: 'act', maxWorkers: 1 }] });
    const running = await world.submit(await world.trainingInput());
    const waiting = await world.submit(world.generationInput());
    await world.clock.advance(minutes(1));
    expect((await world.request('/act/purge-queue', {})).body).toMatchObject({
      removed: 1,
      status: 'completed',
    });
    expect(await world.status(running)).toMatchObject({ status: 'IN_PROGRESS' });
    expect(await world.request(`/act/status/${waiting}`)).toMatchObject({ status: 404 });
  });

  it('lets a run that was stopped say nothing about the one that is tried after it', async () => {
    const stopped = Promise.withResolvers<Response>();
    const clock = createScaledClock(1000);
    using simulator = createRunpodSimulator({
      clock,
      faults: createFaultBoard(),
      endpoints: [{ id: 'act' }],
      url: () => 'http://providers.localhost',
      // Hears of the end long after it.
      fetch: () => stopped.promise,
    });
    using world = useRunpod();
    const request = { input: world.generationInput(), policy: { executionTimeout: 5_000 } };
    const ask = async (path: string, body?: object) => {
      const headers = { authorization: `Bearer ${simulator.endpoints[0]?.apiKey}` };
      const more = body && { method: 'POST', body: JSON.stringify(body) };
      return simulator.fetch(new Request(`http://providers.localhost/v2/act/${path}`, { headers, ...more }));
    };
    await ask('run', request);
    const [job] = simulator.runs();
    await job?.ended.promise;
    expect(job?.status).toBe('TIMED_OUT');
    await ask(`retry/${job?.id}`, {});
    stopped.reject(new Error('aborted'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(job?.status).not.toBe('FAILED');
    clock.stop();
  });

  it('remembers what was tried again, longer than what had failed', async () => {
    using world = useRunpod({ endpoints: [{ id: 'act', maxWorkers: 1 }] });
    world.fail({ on: 'runpod.generations.run', kind: 'fail-run' });
    const id = await world.submit(world.generationInput());
    await world.clock.advance(minutes(25));
    world.fail({ on: 'runpod.trainings.run', kind: 'stall' });
    await world.submit(await world.trainingInput());
    await world.clock.advance(minutes(1));
    await world.request(`/act/retry/${id}`, {});
    await world.clock.advance(minutes(20));
    expect(await world.status(id)).toMatchObject({ status: 'IN_QUEUE' });
  });

  it('retries what failed under its own id, and nothing else', async () => {
    using world = useRunpod();
    const input = world.generationInput();
    const lockReadUrl = input.lock_url;
    world.fail({ on: 'runpod.generations.run', kind: 'fail-run' });
    const id = await world.submit({ ...input, lock_read_url: lockReadUrl });
    await world.clock.advance(minutes(1));
    expect(await world.status(id)).toMatchObject({ status: 'FAILED' });
    // The picture before the failure is there already.
    const [first = ''] = input.upload_urls;
    expect(world.uploaded(first)).not.toBeNull();

    expect((await world.request(`/act/retry/${id}`, {})).body).toEqual({ id, status: 'IN_QUEUE' });
    await world.clock.advance(minutes(1));
    expect(await world.status(id)).toMatchObject({
      status: 'FAILED',
      error: expect.stringContaining('the address has a file already'),
    });
    const done = await world.submit(world.generationInput());
    await world.clock.advance(minutes(1));
    expect(await world.request(`/act/retry/${done}`, {})).toMatchObject({ status: 400 });
  });
});

it('runs as many jobs at once as it has workers, in order', async () => {
  using world = useRunpod({ endpoints: [{ id: 'act', maxWorkers: 2 }] });
  const ids: string[] = [];
  for (let index = 0; index < 5; index++) ids.push(await world.submit(world.generationInput()));
  await world.clock.advance(15_000);
  const states = async () => Promise.all(ids.map(async (id) => (await world.status(id)).status));
  expect(await states()).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'IN_QUEUE', 'IN_QUEUE', 'IN_QUEUE']);
  expect((await world.request('/act/health')).body).toMatchObject({
    jobs: { completed: 0, failed: 0, inProgress: 2, inQueue: 3, retried: 0 },
    workers: { idle: 0, running: 2, initializing: 0, ready: 0, throttled: 0 },
  });
  await world.clock.advance(minutes(2));
  expect(await states()).toEqual(Array(5).fill('COMPLETED'));
  // The next one starts on a worker that is warm.
  expect((await world.status(ids[2] ?? '')).delayTime).toBeLessThan(25_000);
});

it('says that it is a simulation', async () => {
  using world = useRunpod();
  const response = await world.simulator.fetch(new Request('http://providers.localhost/runpod'));
  expect(response.headers.get('x-act-simulation')).toBe('1');
  expect(await response.json()).toMatchObject({ simulation: true });
});

it('ends what is under way when it is closed', async () => {
  const world = useRunpod();
  const input = await world.trainingInput();
  await world.submit(input);
  await world.clock.advance(minutes(1));
  world.simulator[Symbol.dispose]();
  await world.clock.advance(minutes(30));
  expect(world.uploaded(input.upload_urls[0] ?? '')).toBeNull();
});
