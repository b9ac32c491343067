import { describe, expect, it } from 'vitest';
import { minutes, untilSo, useRunpod } from './testing/use-runpod.ts';

describe('what a request must say', () => {
  it.each([
    ['no input', {}],
    ['input that is no object', { input: 'x' }],
    ['a webhook that is none', { input: {}, webhook: 'tomorrow' }],
    ['too short a time to run', { input: {}, policy: { executionTimeout: 4_999 } }],
    ['too long a time to run', { input: {}, policy: { executionTimeout: 604_800_001 } }],
    ['too short a life', { input: {}, policy: { ttl: 9_999 } }],
  ])('refuses %s', async (_name, body) => {
    using world = useRunpod();
    expect(await world.request('/act/run', body)).toMatchObject({ status: 400 });
    expect(world.simulator.runs()).toHaveLength(0);
  });

  it('refuses more than 10 MB, and takes 20 of them in /runsync', async () => {
    using world = useRunpod();
    const megabytes = (count: number) => ({ input: { filling: 'x'.repeat(count * 1024 * 1024) } });
    expect(await world.request('/act/run', megabytes(11))).toMatchObject({ status: 413 });
    expect(await world.request('/act/runsync', megabytes(21))).toMatchObject({ status: 413 });
    const waiting = world.request('/act/runsync', megabytes(11));
    await untilSo(() => world.simulator.runs().length === 1);
    await world.clock.advance(minutes(1));
    expect(await waiting).toMatchObject({ status: 200 });
  });
});

describe('time', () => {
  it('ends a run after ten minutes where nobody says otherwise', async () => {
    using world = useRunpod();
    const config = { ...(await world.trainingInput()).config, steps: 3000 };
    const id = await world.submit(await world.trainingInput({ config }), {});
    await world.clock.advance(12_000 + minutes(10) - 1);
    expect(await world.status(id)).toMatchObject({ status: 'IN_PROGRESS' });
    await world.clock.advance(1);
    expect(await world.status(id)).toMatchObject({ status: 'TIMED_OUT', executionTime: minutes(10) });
  });

  it('forgets a job when its life is over, whether it waits or runs', async () => {
    using world = useRunpod({ endpoints: [{ id: 'act', maxWorkers: 1 }] });
    const config = { ...(await world.trainingInput()).config, steps: 5000 };
    const policy = { executionTimeout: minutes(60), ttl: minutes(5) };
    const running = await world.submit(await world.trainingInput({ config }), { policy });
    const waiting = await world.submit(world.generationInput(), { policy });
    await world.clock.advance(minutes(5) - 1);
    expect(await world.status(running)).toMatchObject({ status: 'IN_PROGRESS' });
    expect(await world.status(waiting)).toMatchObject({ status: 'IN_QUEUE' });
    await world.clock.advance(1);
    expect(await world.request(`/act/status/${running}`)).toMatchObject({ status: 404 });
    expect(await world.request(`/act/status/${waiting}`)).toMatchObject({ status: 404 });
    await world.clock.advance(minutes(60));
    expect(world.simulator.runs().map(({ isPaid }) => isPaid)).toEqual([true, false]);
  });

  it('keeps a result for half an hour, one of /runsync for a minute', async () => {
    using world = useRunpod();
    const id = await world.submit(world.generationInput(), {});
    const sync = world.request('/act/runsync', { input: world.generationInput() });
    await untilSo(() => world.simulator.runs().length === 2);
    await world.clock.advance(12_000 + 7_600);
    const { body } = await sync;
    expect(body).toMatchObject({ status: 'COMPLETED', id: expect.stringMatching(/^sync-.*-u1$/) });
    await world.clock.advance(minutes(1) - 1);
    expect(await world.request(`/act/status/${body.id}`)).toMatchObject({ status: 200 });
    await world.clock.advance(1);
    expect(await world.request(`/act/status/${body.id}`)).toMatchObject({ status: 404 });
    await world.clock.advance(minutes(29) - 1);
    expect(await world.request(`/act/status/${id}`)).toMatchObject({ status: 200 });
    await world.clock.advance(1);
    expect(await world.request(`/act/status/${id}`)).toMatchObject({ status: 404 });
  });

  it('answers /runsync and /status-sync with what there is when patience is over', async () => {
    using world = useRunpod();
    const input = await world.trainingInput();
    const sync = world.request('/act/runsync?wait=5000', { input });
    await untilSo(() => world.simulator.runs().length === 1);
    await world.clock.advance(5_000);
    const { body } = await sync;
    expect(body).toMatchObject({ status: 'IN_QUEUE' });
    const waiting = world.request(`/act/status-sync/${body.id}?wait=300000`);
    await world.clock.advance(minutes(3));
    expect((await waiting).body).toMatchObject({ status: 'COMPLETED' });
    expect(await world.request('/act/runsync?wait=10', { input })).toMatchObject({ status: 400 });
  });
});
