import { describe, expect, it } from 'vitest';
import { minutes, useRunpod } from './testing/use-runpod.ts';

describe('faults', () => {
  it.each([429, 401, 500, 503])('answers a %i, and has done nothing', async (status) => {
    using world = useRunpod();
    world.fail({ on: 'runpod.run', kind: 'status', status, body: { any: 'thing' } });
    expect(await world.request('/act/run', { input: {} })).toMatchObject({ status });
    expect(world.simulator.runs()).toHaveLength(0);
  });

  it('loses the answer to a job that it accepted', async () => {
    using world = useRunpod();
    world.fail({ on: 'runpod.run', kind: 'drop-after-accept' });
    await expect(world.request('/act/run', { input: world.generationInput() })).rejects.toThrow(
      'fetch failed',
    );
    await world.clock.advance(minutes(1));
    expect(world.simulator.runs()).toMatchObject([{ status: 'COMPLETED', isPaid: true }]);
  });

  it('throttles by itself', async () => {
    using world = useRunpod({ rateLimits: { status: 3 } });
    const statuses: number[] = [];
    for (let index = 0; index < 4; index++) statuses.push((await world.request('/act/status/x')).status);
    expect(statuses).toEqual([404, 404, 404, 429]);
    await world.clock.advance(10_000);
    expect(await world.request('/act/status/x')).toMatchObject({ status: 404 });
  });

  it('forgets a result, stalls a run, and makes one slow', async () => {
    using world = useRunpod();
    world.fail({ on: 'runpod.generations.run', kind: 'expire' });
    const expired = await world.submit(world.generationInput());
    await world.clock.advance(minutes(1));
    expect(await world.request(`/act/status/${expired}`)).toMatchObject({ status: 404 });

    world.fail({ on: 'runpod.generations.run', kind: 'stall' });
    const stalled = await world.submit(world.generationInput());
    await world.clock.advance(minutes(59));
    expect(await world.status(stalled)).toMatchObject({ status: 'IN_PROGRESS' });
    await world.clock.advance(minutes(2));
    expect(await world.status(stalled)).toMatchObject({ status: 'TIMED_OUT' });

    world.fail({ on: 'runpod.generations.run', kind: 'slow', delayMs: minutes(5) });
    const slow = await world.submit(world.generationInput());
    await world.clock.advance(minutes(5));
    expect(await world.status(slow)).toMatchObject({ status: 'IN_PROGRESS' });
    await world.clock.advance(minutes(1));
    expect(await world.status(slow)).toMatchObject({ status: 'COMPLETED' });
  });

  it('loses and reorders reports', async () => {
    using world = useRunpod();
    const steps = async (id: string) => {
      const seen: number[] = [];
      for (let index = 0; index < 500; index++) {
        await world.clock.advance(250);
        const { status, output } = await world.status(id);
        if (status === 'IN_PROGRESS' && output && seen.at(-1) !== output.step) seen.push(output.step);
      }
      return seen;
    };
    const orderly = await steps(await world.submit(await world.trainingInput()));
    expect(orderly.length).toBeGreaterThan(60);
    expect(orderly.toSorted((one, other) => one - other)).toEqual(orderly);

    world.fail({ on: 'runpod.trainings.run', kind: 'reorder-progress', times: 10 });
    world.fail({ on: 'runpod.trainings.run', kind: 'lose-progress', times: 20 });
    const disorderly = await steps(await world.submit(await world.trainingInput()));
    expect(disorderly.toSorted((one, other) => one - other)).not.toEqual(disorderly);
    expect(disorderly.length).toBeLessThan(orderly.length - 15);
  });
});
