import { afterAll, beforeAll, expect, it } from 'vitest';
import { findJob } from '../../database/queries.ts';
import type { TrainingReport } from '../../providers/training-provider.ts';
import { beginEpisode } from '../testing/episode.ts';
import { createJobWorld, type JobWorld } from '../testing/job-world.ts';
import { trainingTask } from '../testing/task.ts';
import { noteReport, toProgress } from './note-report.ts';

let world: JobWorld;
beforeAll(async () => {
  world = await createJobWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** What is kept of what a trainer said about a training of 1,000 steps. */
async function note(...reports: TrainingReport[]) {
  await using episode = await beginEpisode(world);
  const warnings: unknown[] = [];
  const ignore = () => undefined;
  const warn = (...said: unknown[]) => void warnings.push(said);
  const logger = { debug: ignore, info: ignore, error: ignore, warn };
  const context = await episode.openWorker({ changes: { logger } });
  const id = await trainingTask(world).ask(await episode.openAsker());
  const job = await findJob(context, id);
  if (!job) throw new Error('There is no job.');
  for (const report of reports) await noteReport({ context, job }, report, 1000);
  expect(warnings).toEqual([]);
  return {
    points: await world.query(
      'select step, loss from public.training_metrics where job_id = $1 order by step',
      [id],
    ),
    said: await world.query<{ stage: string | null; message: string }>(
      `select stage, message from public.training_events where job_id = $1 and kind = 'log' order by id`,
      [id],
    ),
  };
}

it('keeps what can be true of absurd figures', async () => {
  const good = { step: 10, loss: 0.5 };
  const { points } = await note({
    logTail: '',
    losses: [
      good,
      { step: 20, loss: Number.NaN },
      { step: 30, loss: 1e308 },
      { step: 40, loss: Number.NEGATIVE_INFINITY },
      { step: 50, loss: 0.1, learningRate: 1e308 },
      { step: -1, loss: 0.1 },
      { step: 1.5, loss: 0.1 },
      { step: 1_001, loss: 0.1 },
      { step: 2 ** 31, loss: 0.1 },
      { step: Number.POSITIVE_INFINITY, loss: 0.1 },
    ],
  });
  expect(points).toEqual([good]);
});

it('keeps one point of a step, also of a million', async () => {
  const losses = Array.from({ length: 1_000_000 }, (_, index) => ({ step: index % 1000, loss: index }));
  const { points } = await note({ logTail: '', losses });
  expect(points).toHaveLength(1000);
  expect(points.at(0)).toEqual({ step: 0, loss: 999_000 });
});

it('keeps text that a row takes', async () => {
  const { said } = await note(
    { stage: `${'x'.repeat(79)}🐈`, logTail: 'half \ud83d of a letter', losses: [] },
    { logTail: `${'🐈'.repeat(15_000)}`, losses: [] },
  );
  expect(said[0]).toEqual({ stage: 'x'.repeat(79), message: 'half \ufffd of a letter' });
  expect(said[1]?.message).toMatch(/^🐈+$/u);
  expect(said[1]?.message.length).toBeLessThanOrEqual(20_000);
});

it('takes a million lines for what they are: their end', async () => {
  const startedAt = performance.now();
  const { said } = await note({ logTail: 'a line\n'.repeat(1_000_000), losses: [] });
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(said).toHaveLength(1);
  expect(said[0]?.message.length).toBeLessThanOrEqual(20_000);
});

it.each([
  [undefined, 30],
  [0, 30],
  [0.5, 62],
  [1, 95],
  [7, 95],
  [-3, 30],
  [Number.NaN, 30],
  [Number.POSITIVE_INFINITY, 95],
])('makes of a progress of %s a number that a row takes', (progress, expected) => {
  const report = { losses: [], logTail: '', ...(progress !== undefined && { progress }) };
  expect(toProgress(report)).toBe(expected);
});
