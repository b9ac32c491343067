import type { SupabaseClient } from '@supabase/supabase-js';
import { expect, it } from 'vitest';
import { demoPeople } from '../database/demo-people.ts';
import { listProcesses } from '../testing/processes.ts';
import { spawnStack } from '../testing/spawn-stack.ts';
import { until } from '../testing/until.ts';
import { useUsedHomes } from '../testing/used-home.ts';

const createUsedHome = useUsedHomes();

const changeRole = (admin: SupabaseClient, role: 'viewer' | 'member') =>
  admin.from('brand_users').update({ role }).eq('user_id', demoPeople.ctMember.id);

async function roleOf(client: SupabaseClient): Promise<unknown> {
  const { data, error } = await client
    .from('brand_users')
    .select('role')
    .eq('user_id', demoPeople.ctMember.id)
    .single();
  if (error) throw error;
  return data.role;
}

const stillAlive = async (pids: number[]) => (await listProcesses()).filter(({ pid }) => pids.includes(pid));

const isAnswered = async (client: SupabaseClient) =>
  (await client.from('brand_users').select()).error === null;

it.each([
  ['the supervisor', ['supervisor']],
  ['PostgreSQL and the supervisor', ['postgres', 'supervisor']],
  ['the supervisor, the gateway and PostgreSQL', ['supervisor', 'gateway', 'postgres']],
] as const)('loses nothing and leaves no orphan after kill -9 of %s', async (_, victims) => {
  await using home = await createUsedHome();
  const first = spawnStack({ home: home.path });
  const admin = await first.signIn('ctAdmin');
  const pids = {
    supervisor: first.pid,
    postgres: await first.getPart('postgres'),
    gateway: await first.getPart('gateway'),
  };
  expect((await changeRole(admin, 'viewer')).error).toBeNull();
  for (const victim of victims) process.kill(pids[victim], 'SIGKILL');
  await first.exited;

  await using second = spawnStack({ home: home.path });
  await second.ready();
  expect(await roleOf(await second.signIn('ctAdmin'))).toBe('viewer');
  expect(await stillAlive(Object.values(pids))).toEqual([]);
});

it('starts PostgreSQL and the gateway again, each alone, when it is killed', async () => {
  await using home = await createUsedHome();
  await using stack = spawnStack({ home: home.path });
  const admin = await stack.signIn('ctAdmin');
  for (const part of ['postgres', 'gateway'] as const) {
    const other = part === 'postgres' ? 'gateway' : 'postgres';
    const [killed, untouched] = [await stack.getPart(part), await stack.getPart(other)];
    const before = stack.output().length;
    process.kill(killed, 'SIGKILL');

    await until(
      `${part} answers again`,
      async () => stack.output().slice(before).includes('is back') && (await isAnswered(admin)),
    );
    expect(await stack.getPart(part)).not.toBe(killed);
    expect(await stack.getPart(other)).toBe(untouched);
  }
});

it('recovers by itself each time PostgreSQL is killed under load', async () => {
  await using home = await createUsedHome();
  await using stack = spawnStack({ home: home.path });
  const { url } = await stack.ready();
  const admin = await stack.signIn('ctAdmin');
  const gateway = await stack.getPart('gateway');

  const statuses = new Map<number, number>();
  let slowestMs = 0;
  const loading = new AbortController();
  const callers = Array.from({ length: 12 }, async (_, index) => {
    while (!loading.signal.aborted) {
      const startedAt = performance.now();
      const { status } = index % 3 === 0 ? await toggle(admin) : await admin.from('brand_users').select();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    }
  });

  const answered = () => statuses.get(200) ?? 0;
  for (let kill = 0; kill < 4; kill += 1) {
    const before = answered();
    await until('requests are answered', async () => answered() > before + 50 + 20 * kill);
    process.kill(await stack.getPart('postgres'), 'SIGKILL');
    await until(
      'PostgreSQL is back',
      async () => stack.output().split('PostgreSQL is back').length === kill + 2,
    );
    await until('the API is ready', async () => (await fetch(`${url}/health/ready`)).ok);
  }
  loading.abort();
  await Promise.all(callers);

  expect(await isAnswered(admin)).toBe(true);
  expect(answered()).toBeGreaterThan(100);
  expect(slowestMs).toBeLessThan(10_000);
  expect(await stack.getPart('gateway')).toBe(gateway);
}, 90_000);

const toggle = async (admin: SupabaseClient) => {
  await changeRole(admin, 'viewer');
  return changeRole(admin, 'member');
};
