import { startFaultyProxy, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { readAnswer } from '../testing/read-answer.ts';
import { spawnInterface } from '../testing/spawn-interface.ts';
import { brand, createTestProject } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';

/** As the library sends large files: in parts of 6 MiB. */
const weightsBytes = 30 * 1024 * 1024;
const awayMs = 2_000;

it.each([
  ['answers 503', { kind: 'answer', status: 503, body: '{"message":"busy"}' }],
  ['refuses connections', { kind: 'refuse' }],
] as const)(
  'goes on with weights where they were when storage %s, and pays once',
  {
    timeout: 120_000,
  },
  async (_how, fault) => {
    await using cleanup = new AsyncDisposableStack();
    const stack = await startStack({ listen: true });
    let isAway = false;
    const proxy = cleanup.use(
      await startFaultyProxy(stack.url, ({ path }) =>
        isAway && path.startsWith('/storage/v1/') ? fault : undefined,
      ),
    );
    const project = cleanup.use(
      await createTestProject({ stack, url: proxy.url, simulators: { replicate: { weightsBytes } } }),
    );
    const api = cleanup.use(await spawnInterface(stack, proxy.url));
    const worker = await project.startWorker({ health: { port: 0 } });
    const askWorker = () => readAnswer(`${worker.healthUrl}/health/ready`);
    const askApi = (path: string) => readAnswer(`${api.url}${path}`, api.headers);
    expect(await askWorker()).toMatchObject({ status: 200 });
    expect(await askApi('/assets')).toMatchObject({ status: 200 });
    const countSent = (method: string) =>
      proxy.seen.filter(
        (request) => request.method === method && request.path.startsWith('/storage/v1/upload/resumable'),
      ).length;

    await project.askForTraining(await project.addPictures(), brand, 16);
    await until(
      () => countSent('PATCH'),
      (parts) => parts >= 2,
    );
    isAway = true;
    const takenAt = Date.now();
    expect(await until(askWorker, ({ status }) => status === 503)).toMatchObject({
      body: { isReady: false, database: 'ready', queue: 'ready', storage: 'away' },
    });
    expect(
      await until(
        () => askApi('/health/ready'),
        ({ status }) => status === 503,
      ),
    ).toMatchObject({
      body: { error: { message: expect.stringMatching(/\w\.$/), hint: expect.stringMatching(/^Try again/) } },
    });
    expect(await askApi('/assets')).toMatchObject({
      status: 503,
      body: { error: { code: 'storage_failed' } },
    });
    await until(
      () => Date.now() - takenAt,
      (passedMs) => passedMs >= awayMs,
    );
    expect(await project.query(`select status from public.lora_training_jobs`)).toEqual([
      { status: 'saving' },
    ]);

    isAway = false;
    expect(await project.untilAllEnded({ withinMs: 60_000 })).toEqual([
      { status: 'completed', error_code: null },
    ]);
    // Begun once: what had arrived was asked for, and the rest was sent.
    expect(countSent('POST')).toBe(1);
    expect(countSent('HEAD')).toBeGreaterThan(0);
    expect(project.simulators.runs().filter(({ isPaid }) => isPaid)).toHaveLength(1);
    expect(await until(askWorker, ({ status }) => status === 200)).toMatchObject({
      body: { storage: 'ready' },
    });
    expect(
      await until(
        () => askApi('/assets'),
        ({ status }) => status === 200,
      ),
    ).toBeDefined();
  },
);
