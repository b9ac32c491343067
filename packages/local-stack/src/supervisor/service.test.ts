import { expect, it } from 'vitest';
import { until } from '../testing/until.ts';
import { type RunningService, type Service, supervise } from './service.ts';

/** A service whose every start the test decides about, and whose deaths it brings about. */
function scriptedService(starts: ('runs' | 'dies' | 'fails')[]) {
  const running: { die: (reason: string) => void; isStopped: boolean }[] = [];
  let count = 0;
  const start = async (): Promise<RunningService> => {
    const kind = starts[count] ?? starts.at(-1);
    count += 1;
    if (kind === 'fails') throw new Error('no luck');
    const { promise: exited, resolve: die } = Promise.withResolvers<string>();
    const entry = { die, isStopped: false };
    running.push(entry);
    if (kind === 'dies') die('fell over');
    const stop = async () => {
      entry.isStopped = true;
      die('stopped');
    };
    return { exited, stop };
  };
  const service: Service = { name: 'Scripted', start };
  return { service, running, starts: () => count };
}

it('starts a service again when it dies, also when a start in between fails', async () => {
  const said: string[] = [];
  const { service, running, starts } = scriptedService(['runs', 'fails', 'runs']);
  const supervised = await supervise(service, { say: (line) => said.push(line), onGivenUp: () => undefined });
  running[0]?.die('killed');
  await until('it was started a third time', async () => starts() === 3);
  expect(said.join(' ')).toMatch(/stopped \(killed\).*stopped \(no luck\).*is back/);
  await supervised.stop();
  expect(running.at(-1)?.isStopped).toBe(true);
});

it('gives up on a service that keeps dying, and says why', async () => {
  const { promise: givenUp, resolve } = Promise.withResolvers<unknown>();
  const { service } = scriptedService(['runs', 'dies']);
  const supervised = await supervise(
    {
      ...service,
      start: async () => ({ ...(await service.start()), exited: Promise.resolve('fell over.') }),
    },
    { say: () => undefined, onGivenUp: resolve, firstPauseMs: 1 },
  );
  expect(await givenUp).toMatchObject({
    code: 'part_failed',
    message: 'Scripted keeps stopping (fell over).',
  });
  await supervised.stop();
});

it('leaves nothing running when it is stopped in the middle of a restart', async () => {
  const { service, running, starts } = scriptedService(['runs']);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  let asked = 0;
  const slow: Service = {
    name: 'Slow',
    start: async () => {
      asked += 1;
      if (asked > 1) await gate;
      return service.start();
    },
  };
  const supervised = await supervise(slow, { say: () => undefined, onGivenUp: () => undefined });
  running[0]?.die('killed');
  await until('it is being started again', async () => asked === 2);
  const stopping = supervised.stop();
  open();
  await stopping;
  expect(starts()).toBe(2);
  expect(running.at(-1)?.isStopped).toBe(true);
});
