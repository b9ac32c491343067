import { afterEach, beforeEach, expect, it } from 'vitest';
import { spawnWorker } from '../testing/spawn-worker.ts';
import { createTestProject, type TestProject } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';
import { untilLooked } from '../testing/until-looked.ts';

let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project[Symbol.asyncDispose]());

/** A database that answers with something nobody foresaw, or not at all, whenever a training is read. */
function createTrouble() {
  let trouble: 'nonsense' | 'away' | null = null;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (trouble === null || pathname !== '/rest/v1/lora_training_jobs') return globalThis.fetch(input, init);
    return trouble === 'away'
      ? new Response('{"message":"busy"}', { status: 503 })
      : Response.json({ code: 'XX000', message: 'broken by r8_abcdefgh12345678' }, { status: 400 });
  };
  return {
    fetch,
    begin: (kind: 'nonsense' | 'away') => {
      trouble = kind;
    },
    end: () => {
      trouble = null;
    },
  };
}

interface Failure extends Record<string, unknown> {
  failures: number;
  delays: number;
  error_code: string;
  error_message: string;
}

const readFailures = () =>
  project.query<Failure>('select failures, delays, error_code, error_message from private.work_failures');

/** Nobody waits for minutes: what was put off is due. */
const hurry = () =>
  project.query(`with now_tried as (update private.work_failures set next_try = now() where failures < 6 returning 1),
                 now_due as (update public.lora_training_jobs set due_at = now() where due_at is not null returning 1)
                 select pg_notify('act_work', 'hurry')`);

const suffer = (isThere: (failure: Failure | undefined) => boolean) =>
  until(
    async () => {
      await hurry();
      return (await readFailures())[0];
    },
    isThere,
    { withinMs: 30_000 },
  );

const act = (...words: string[]) => {
  const settings = { ACT_WORKER_DATABASE_URL: project.stack.workerDatabaseUrl };
  return spawnWorker(settings, ['dead-letters', ...words]);
};

it('counts what nobody foresaw, stops trying, and tries again when it is told to', {
  timeout: 90_000,
}, async () => {
  const trouble = createTrouble();
  const pictures = await project.addPictures();
  const id = await project.askForTraining(pictures);
  trouble.begin('nonsense');
  await project.startWorker({ fetch: trouble.fetch });
  const failure = await suffer((found) => found?.failures === 6);
  expect(failure).toMatchObject({ error_code: 'database_failed' });
  expect(failure?.error_message).not.toContain('r8_');

  // Nobody tries it any more, whoever rings.
  await project.query(`update public.lora_training_jobs set due_at = now(), lease_expires_at = null`);
  await untilLooked(project, 'submit');
  expect((await readFailures())[0]).toMatchObject({ failures: 6 });

  const listed = await act('list');
  expect(await listed.gone).toBe(0);
  expect(listed.lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ kind: 'training', id, failures: 6, errorCode: 'database_failed' }),
  ]);
  expect(listed.lines.join()).not.toContain('broken by');

  trouble.end();
  const unknown = await act('requeue', '00000000-0000-4000-8000-000000000000');
  expect(await unknown.gone).toBe(1);
  const requeued = await act('requeue', id);
  expect(requeued.lines).toEqual(['1 requeued.']);
  expect(await project.untilAllEnded({ withinMs: 40_000 })).toEqual([
    { status: 'completed', error_code: null },
  ]);
  expect(await readFailures()).toEqual([]);
  expect(await (await act('delete')).gone).toBe(2);
});

it('holds nothing against work whose database is away', { timeout: 60_000 }, async () => {
  const trouble = createTrouble();
  const pictures = await project.addPictures();
  await project.askForTraining(pictures);
  trouble.begin('away');
  await project.startWorker({ fetch: trouble.fetch });
  const failure = await suffer((found) => (found?.delays ?? 0) >= 2);
  expect(failure).toMatchObject({ failures: 0, error_code: 'database_failed' });
  trouble.end();
  await hurry();
  expect(await project.untilAllEnded({ withinMs: 40_000 })).toEqual([
    { status: 'completed', error_code: null },
  ]);
});

it('ends by name what fails beyond its deadline, whatever is wrong with it', {
  timeout: 60_000,
}, async () => {
  const trouble = createTrouble();
  const pictures = await project.addPictures();
  await project.askForTraining(pictures);
  trouble.begin('nonsense');
  await project.startWorker({ fetch: trouble.fetch });
  await suffer((found) => found?.failures === 6);
  await project.query(
    `update private.work_failures set first_at = now() - interval '7 hours', next_try = now()`,
  );
  await project.query(`update public.lora_training_jobs set due_at = now(), lease_expires_at = null`);
  await project.query(`select pg_notify('act_work', 'deadline')`);
  expect(await project.untilAllEnded({ withinMs: 40_000 })).toEqual([
    { status: 'failed', error_code: 'given_up' },
  ]);
});
