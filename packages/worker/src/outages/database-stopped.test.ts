import { isFullRun, startStack, startTestCluster } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { readAnswer } from '../testing/read-answer.ts';
import { spawnInterface } from '../testing/spawn-interface.ts';
import { createTestProject } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';

const awayMs = isFullRun() ? 30_000 : 4_000;

it('lives through a database that is stopped: says so, goes on by itself, and pays once', {
  timeout: awayMs + 150_000,
}, async () => {
  await using cleanup = new AsyncDisposableStack();
  const cluster = cleanup.use(await startTestCluster());
  const stack = await startStack({ cluster, listen: 'apart' });
  // Slow enough that a training is under way for as long as the database is away.
  const project = cleanup.use(await createTestProject({ stack, simulators: { speed: 60 } }));
  const api = cleanup.use(await spawnInterface(stack));
  const pictures = await project.addPictures();
  const worker = await project.startWorker({ health: { port: 0 } });
  const askWorker = () => readAnswer(`${worker.healthUrl}/health/ready`);
  const askApi = (path: string) => readAnswer(`${api.url}${path}`, api.headers);
  await project.askForTraining(pictures);
  // What is under way has its pictures: a provider that cannot fetch them ends a run, and nobody pays for it.
  await until(
    () => project.query(`select from public.training_events where kind = 'log'`),
    (rows) => rows.length > 0,
  );
  expect(await askWorker()).toMatchObject({ status: 200 });
  expect(await askApi('/training/jobs')).toMatchObject({ status: 200 });

  await cluster.stop();
  const stoppedAt = Date.now();
  const seen = new Set<number>();
  while (Date.now() - stoppedAt < awayMs) {
    seen.add((await askApi('/training/jobs')).status);
    // Whatever is away, it answers and says what is.
    expect((await readAnswer(`${worker.healthUrl}/health/live`)).status).toBe(200);
  }
  expect([...seen]).toEqual([503]);
  expect(await askApi('/training/jobs')).toMatchObject({
    status: 503,
    body: {
      error: {
        code: expect.any(String),
        message: expect.stringMatching(/\w\.$/),
        hint: expect.stringMatching(/^Try again/),
      },
    },
  });
  expect(await askApi('/health/ready')).toMatchObject({ status: 503 });
  expect(await askWorker()).toMatchObject({
    status: 503,
    body: { isReady: false, database: 'away', queue: 'away' },
  });

  await cluster.start();
  await project.askForTraining(pictures);
  expect(await project.untilAllEnded({ withinMs: 80_000 })).toEqual([
    { status: 'completed', error_code: null },
    { status: 'completed', error_code: null },
  ]);
  expect(project.simulators.runs().filter(({ isPaid }) => isPaid)).toHaveLength(2);
  for (const ask of [askWorker, () => askApi('/health/ready'), () => askApi('/training/jobs')]) {
    await until(ask, ({ status }) => status === 200);
  }
});
