import { afterAll, expect, it } from 'vitest';
import { createTestProject, type TestProject } from './testing/test-project.ts';
import { until } from './testing/until.ts';

/** The provider has the call that it never answers. */
const untilAsked = ({ simulators }: TestProject) =>
  until(
    () => simulators.faults.list(),
    (pending) => pending.length === 0,
  );

it('takes over what a killed process had in hand, and pays once', { timeout: 90_000 }, async () => {
  await using project = await createTestProject();
  const pictures = await project.addPictures();
  const first = await project.spawnWorker({ ACT_WORKER_NAME: 'first' });
  // Never answered: the process has it in hand until it is killed.
  project.simulators.faults.add({ on: 'replicate.trainings.get', kind: 'stall' });
  await project.askForTraining(pictures);
  await untilAsked(project);
  await until(
    () =>
      project.query<{ lease_owner: string; held: boolean }>(
        `select lease_owner, lease_expires_at > now() as held from public.lora_training_jobs where status = 'queued'`,
      ),
    ([row]) => row?.lease_owner === 'first' && row.held,
  );
  await first.kill();
  await project.spawnWorker({ ACT_WORKER_NAME: 'second' });
  expect(await project.untilAllEnded({ withinMs: 60_000 })).toEqual([
    { status: 'completed', error_code: null },
  ]);
  expect(project.simulators.runs().filter(({ isPaid }) => isPaid)).toHaveLength(1);
  const [row] = await project.query<{ lease_owner: string }>(
    'select lease_owner from public.lora_training_jobs',
  );
  expect(row).toEqual({ lease_owner: 'second' });
});

it('ends what it has in hand when it is asked to stop, and gives back what takes longer', {
  timeout: 60_000,
}, async () => {
  await using project = await createTestProject();
  const pictures = await project.addPictures();
  const worker = await project.spawnWorker({ ACT_WORKER_GRACE_MS: '500' });
  project.simulators.faults.add({ on: 'replicate.trainings.get', kind: 'stall' });
  await project.askForTraining(pictures);
  const isHeld = () =>
    project.query<{ held: boolean; due: boolean }>(
      `select lease_expires_at > now() as held, due_at is not null as due from public.lora_training_jobs where status = 'queued'`,
    );
  await untilAsked(project);
  await until(isHeld, ([row]) => row?.held === true);
  worker.signal('SIGTERM');
  expect(await worker.gone).toBe(0);
  expect(worker.complaints).toEqual([]);
  expect(worker.lines.at(-1)).toContain('the worker has stopped');
  expect(await isHeld()).toEqual([{ held: false, due: true }]);
});

it('leaves at once when it is asked twice', { timeout: 60_000 }, async () => {
  await using project = await createTestProject();
  const pictures = await project.addPictures();
  const worker = await project.spawnWorker({ ACT_WORKER_GRACE_MS: '3600000' });
  project.simulators.faults.add({ on: 'replicate.trainings.get', kind: 'stall' });
  await project.askForTraining(pictures);
  await untilAsked(project);
  worker.signal('SIGINT');
  await until(() => worker.lines.some((line) => line.includes('the worker stops')), Boolean);
  worker.signal('SIGINT');
  expect(await worker.gone).toBe(1);
});

it('shares the work of a project among processes', { timeout: 90_000 }, async () => {
  await using project = await createTestProject();
  const pictures = await project.addPictures();
  await Promise.all([
    project.spawnWorker({ ACT_WORKER_NAME: 'one', ACT_WORKER_SLOTS: 'submit=1,save=1' }),
    project.spawnWorker({ ACT_WORKER_NAME: 'two', ACT_WORKER_SLOTS: 'submit=1,save=1' }),
  ]);
  for (let number = 0; number < 12; number += 1) await project.askForTraining(pictures);
  const ends = await project.untilAllEnded({ withinMs: 60_000 });
  expect(ends.filter(({ status }) => status === 'completed')).toHaveLength(12);
  expect(project.simulators.runs().filter(({ isPaid }) => isPaid)).toHaveLength(12);
  const owners = await project.query<{ lease_owner: string }>(
    'select distinct lease_owner from public.lora_training_jobs order by 1',
  );
  expect(owners.map(({ lease_owner }) => lease_owner)).toEqual(['one', 'two']);
});

it.each([
  [{ ACT_WORKER_DATABASE_URL: '' }, /^ACT_WORKER_DATABASE_URL is not set\. Write it as/],
  [
    { ACT_WORKER_DATABASE_URL: 'nonsense' },
    /^ACT_WORKER_DATABASE_URL cannot be used\. Write it as postgres:/,
  ],
  [
    { ACT_WORKER_DATABASE_URL: 'mysql://x' },
    /^ACT_WORKER_DATABASE_URL cannot be used\. Write it as postgres:/,
  ],
  [{ ACT_WORKER_DATABASE_URL: 'postgres://act_worker:x@h:6543/postgres' }, /Port 6543 is a pooler/],
  [{ SUPABASE_URL: '' }, /^SUPABASE_URL is not set\. Set it to the address of the project\.$/],
  [{ ACT_SYSTEM_SIGNING_KEY: '' }, /^ACT_SYSTEM_SIGNING_KEY is not set/],
  [{ ACT_WORKER_SLOTS: 'save=0' }, /^ACT_WORKER_SLOTS cannot be used\. Write it like "submit=4,save=1"/],
  [{ ACT_WORKER_PORT: '70000' }, /^ACT_WORKER_PORT cannot be used\. Use a whole number from 0 to 65535\.$/],
  [{ ACT_WORKER_GRACE_MS: 'long' }, /^ACT_WORKER_GRACE_MS cannot be used/],
  [
    { ACT_WORKER_METRICS_TOKEN: 'short' },
    /^ACT_WORKER_METRICS_TOKEN cannot be used\. Use at least 16 characters\.$/,
  ],
  [{ ACT_PROVIDERS: 'maybe' }, /ACT_PROVIDERS/],
])('says in one line what is wrong with %j', async (settings, message) => {
  await using project = await projectOnce();
  const worker = await project.spawnWorker(settings);
  expect(await worker.gone).toBe(1);
  expect(worker.complaints).toHaveLength(1);
  expect(worker.complaints[0]).toMatch(message);
});

it('names the setting where the database refuses its login', async () => {
  await using project = await projectOnce();
  const url = new URL(project.stack.workerDatabaseUrl);
  url.password = 'wrong';
  const worker = await project.spawnWorker({ ACT_WORKER_DATABASE_URL: url.href });
  expect(await worker.gone).toBe(1);
  expect(worker.complaints).toEqual([
    'ACT_WORKER_DATABASE_URL cannot be used. The database refuses this login or its password.',
  ]);
});

let shared: ReturnType<typeof createTestProject> | null = null;
afterAll(async () => (await shared)?.[Symbol.asyncDispose]());

/** One project for those tests in which no worker comes as far as to change it. */
async function projectOnce() {
  shared ??= createTestProject();
  const project = await shared;
  return { ...project, [Symbol.asyncDispose]: async () => undefined };
}
