import { expect, it } from 'vitest';
import { silentLogger } from '../testing/silent-logger.ts';
import { createTestProject, type TestProject } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';

const cutOff = ({ query }: TestProject) =>
  query(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'act_worker' and datname = current_database()`,
  );

/** The login belongs to the server, which other tests use too: nobody gets in by this project's database alone. */
const lock = ({ query }: TestProject) =>
  query(
    `do $$ begin execute format('revoke connect on database %I from public, act_worker', current_database()); end $$`,
  );
const unlock = ({ query }: TestProject) =>
  query(
    `do $$ begin execute format('grant connect on database %I to act_worker', current_database()); end $$`,
  );

const readiness = async (url: string | null) => {
  const response = await fetch(`${url}/health/ready`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

it('goes on after every connection to the database was cut', { timeout: 60_000 }, async () => {
  await using project = await createTestProject();
  const pictures = await project.addPictures();
  const worker = await project.startWorker({ health: { port: 0 } });
  expect(await readiness(worker.healthUrl)).toMatchObject({ status: 200 });
  await project.askForTraining(pictures);
  await cutOff(project);
  await project.askForTraining(pictures);
  expect(await project.untilAllEnded({ withinMs: 50_000 })).toEqual([
    { status: 'completed', error_code: null },
    { status: 'completed', error_code: null },
  ]);
  await until(
    () => readiness(worker.healthUrl),
    ({ status }) => status === 200,
  );
});

it('says that the database is away, and goes on by itself when it is back', { timeout: 90_000 }, async () => {
  await using project = await createTestProject();
  const pictures = await project.addPictures();
  const worker = await project.spawnWorker({ ACT_WORKER_PORT: '0' });
  const url = worker.lines.map((line) => JSON.parse(line).healthUrl).find(Boolean) ?? null;
  await lock(project);
  await cutOff(project);
  // One of its two logins may notice a moment before the other.
  const away = await until(
    () => readiness(url),
    ({ body }) => body.database === 'away' && body.queue === 'away',
  );
  expect(away).toMatchObject({ status: 503, body: { isReady: false, storage: 'ready' } });
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  await project.askForTraining(pictures);
  await unlock(project);
  expect(await project.untilAllEnded({ withinMs: 60_000 })).toEqual([
    { status: 'completed', error_code: null },
  ]);
  await until(
    () => readiness(url),
    ({ status }) => status === 200,
  );
  worker.signal('SIGTERM');
  expect(await worker.gone).toBe(0);
});

it('waits for a database that is away when it starts', { timeout: 60_000 }, async () => {
  await using project = await createTestProject();
  const url = new URL(project.stack.workerDatabaseUrl);
  // Nobody listens there.
  url.port = '1';
  const said: string[] = [];
  const asked = new AbortController();
  const starting = project.startWorker({
    databaseUrl: url.href,
    signal: asked.signal,
    logger: { ...silentLogger, warn: (text) => void said.push(text) },
  });
  starting.catch(() => undefined);
  await until(
    () => said.length,
    (count) => count > 0,
  );
  expect(said[0]).toBe('the database is away; the worker waits for it');
  asked.abort();
  await expect(starting).rejects.toThrow(/abort/i);
});
