import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { getFreePort } from '../home/ports.ts';
import { isListening, listDescendants, listProcesses } from '../testing/processes.ts';
import { createTestHome, spawnStack } from '../testing/spawn-stack.ts';
import { until } from '../testing/until.ts';
import { useUsedHomes } from '../testing/used-home.ts';

const createUsedHome = useUsedHomes();

/** A stack on ports that no other test would take the moment they are free. */
async function spawnOnOwnPorts(home: string) {
  const ports = { stack: await getFreePort(), database: await getFreePort() };
  const environment = { ACT_STACK_PORT: String(ports.stack), ACT_DB_PORT: String(ports.database) };
  return Object.assign(spawnStack({ home, environment }), { ports });
}

/** Everything that a stack keeps running, and where it listens. */
async function traceOf(stack: Awaited<ReturnType<typeof spawnOnOwnPorts>>) {
  await stack.ready();
  const pids = [stack.pid, ...(await listDescendants(stack.pid)).map(({ pid }) => pid)];
  const ports = Object.values(stack.ports);
  expect(pids.length).toBeGreaterThanOrEqual(3);
  for (const port of ports) expect(await isListening(port)).toBe(true);
  return { pids, ports };
}

async function expectNothingLeft({ pids, ports }: Awaited<ReturnType<typeof traceOf>>) {
  const alive = (await listProcesses()).filter(({ pid }) => pids.includes(pid));
  expect(alive).toEqual([]);
  for (const port of ports) expect(await isListening(port)).toBe(false);
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'leaves no process and no open port after %s',
  async (signal) => {
    await using home = await createUsedHome();
    await using stack = await spawnOnOwnPorts(home.path);
    const trace = await traceOf(stack);

    process.kill(-stack.pid, signal);
    expect(await stack.exited).toBe(0);
    await expectNothingLeft(trace);
    expect(existsSync(join(home.path, 'stack.json'))).toBe(false);
    expect(stack.output()).toContain('Everything is kept');
    expect(stack.output()).not.toContain('starting it again');
  },
);

it('stops in order when Ctrl-C comes twice, as package runners repeat it', async () => {
  await using home = await createUsedHome();
  await using stack = await spawnOnOwnPorts(home.path);
  const trace = await traceOf(stack);

  process.kill(-stack.pid, 'SIGINT');
  process.kill(stack.pid, 'SIGINT');
  process.kill(stack.pid, 'SIGTERM');
  expect(await stack.exited).toBe(0);
  await expectNothingLeft(trace);
});

it('stops after Ctrl-C while it is still starting', async () => {
  await using home = await createTestHome();
  await using stack = spawnStack({ home: home.path });
  await until('it has begun', async () => stack.output().includes('PostgreSQL'));
  process.kill(-stack.pid, 'SIGINT');
  expect(await stack.exited).toBe(0);
  expect((await listProcesses()).filter(({ command }) => command.includes(home.path))).toEqual([]);
});

it('takes its gateway down when it is killed itself', async () => {
  await using home = await createUsedHome();
  await using stack = spawnStack({ home: home.path });
  await stack.ready();
  const gateway = await stack.getPart('gateway');
  process.kill(stack.pid, 'SIGKILL');
  await until('the gateway is gone', async () => !(await listProcesses()).some(({ pid }) => pid === gateway));
});
