import { expect, it } from 'vitest';
import { readAnswer } from '../testing/read-answer.ts';
import { createTestProject, type TestProject } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';

/** As long as it takes. */
const always = 1_000_000;
/** Every request of a training. What its run does is not touched by that. */
const requests = [
  'models.get',
  'models.create',
  'trainings.create',
  'trainings.list',
  'trainings.get',
] as const;

const goAway = ({ simulators }: TestProject, how: 'drop-before-accept' | 'status' | 'stall') => {
  for (const request of requests) {
    simulators.faults.add({
      on: `replicate.${request}`,
      kind: how,
      times: always,
      ...(how === 'status' && { status: 503 }),
    });
  }
};

/** What waits between two tries is due at once: nobody waits for minutes. */
const hurry = ({ query }: TestProject) =>
  query(`with now_due as (update public.lora_training_jobs set due_at = now() where due_at is not null returning 1),
              now_painted as (update public.generations set due_at = now() where due_at is not null returning 1)
         select pg_notify('act_work', 'hurry')`);

const untilAllEnded = async (project: TestProject) => {
  await until(
    async () => {
      await hurry(project);
      return project.query<{ status: string }>('select status from public.lora_training_jobs');
    },
    (rows) => rows.every(({ status }) => ['completed', 'failed', 'cancelled'].includes(status)),
    { withinMs: 60_000 },
  );
  return project.untilAllEnded();
};

it.each([
  ['refuses connections', 'drop-before-accept'],
  ['answers 503', 'status'],
  ['never answers', 'stall'],
] as const)(
  'waits for a provider that %s, says so, and pays once for each training',
  { timeout: 120_000 },
  async (_, how) => {
    await using project = await createTestProject({ providerTimeoutMs: 400 });
    const pictures = await project.addPictures();
    const worker = await project.startWorker({ health: { port: 0 } });
    const readiness = () => readAnswer(`${worker.healthUrl}/health/ready`);
    const running = await project.askForTraining(pictures);
    await until(
      () => project.query(`select from public.provider_attempts where outcome = 'accepted'`),
      (rows) => rows.length === 1,
    );
    expect(await until(readiness, ({ status }) => status === 200)).toMatchObject({
      body: { providers: { replicate: 'ready' } },
    });

    goAway(project, how);
    const waiting = await project.askForTraining(pictures);
    expect(await until(readiness, ({ status }) => status === 503)).toMatchObject({
      body: { isReady: false, database: 'ready', storage: 'ready', providers: { replicate: 'away' } },
    });
    // Tried again and again, as it would be within minutes.
    for (let tries = 0; tries < 6; tries += 1) {
      await hurry(project);
      await until(
        () =>
          project.query(
            `select from public.lora_training_jobs where due_at <= now() or lease_expires_at > now()`,
          ),
        (rows) => rows.length === 0,
      );
    }
    const states = await project.query<{ id: string; status: string }>(
      `select id, status from public.lora_training_jobs where status not in ('failed', 'cancelled')`,
    );
    expect(states.map(({ id }) => id).sort()).toEqual([running, waiting].sort());
    expect(project.simulators.runs()).toHaveLength(1);

    project.simulators.faults.clear();
    expect(await untilAllEnded(project)).toEqual([
      { status: 'completed', error_code: null },
      { status: 'completed', error_code: null },
    ]);
    expect(project.simulators.runs().filter(({ isPaid }) => isPaid)).toHaveLength(2);
    expect(await until(readiness, ({ status }) => status === 200)).toMatchObject({
      body: { providers: { replicate: 'ready' } },
    });
  },
);
