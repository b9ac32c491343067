import { expect, it } from 'vitest';
import { isCancellable, isFinished, jobPath, jobStatuses } from './job-status.ts';
import { announcedStep, keepRising } from './progress.ts';
import { smooth } from './smoothing.ts';
import { toStages } from './stages.ts';

it('never shows less progress than before', () => {
  const arrivals = [0, 12, 9, 40, Number.NaN, -5, 400, 90];
  const shown: number[] = [];
  for (const arrived of arrivals) shown.push(keepRising(shown.at(-1) ?? 0, arrived));
  expect(shown).toEqual([0, 12, 12, 40, 40, 40, 100, 100]);
});

it('tells a screen reader of progress at every full ten, once', () => {
  const told: number[] = [];
  const course = [0, 3, 9, 10, 11, 19, 35, 36, 100];
  for (const [index, now] of course.entries()) {
    const step = announcedStep(course[index - 1] ?? 0, now);
    if (step !== null) told.push(step);
  }
  expect(told).toEqual([10, 30, 100]);
});

it('lets a job be cancelled until its weights are being saved', () => {
  expect(jobStatuses.filter(isCancellable)).toEqual(['pending', 'uploading', 'queued', 'training']);
  expect(jobStatuses.filter(isFinished)).toEqual(['completed', 'failed', 'cancelled']);
});

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const marks = [
  { status: 'pending', at: at(0) },
  { status: 'uploading', at: at(1) },
  { status: 'queued', at: at(2) },
  { status: 'training', at: at(5) },
] as const;

it('shows where a running job stands and how long each stage took', () => {
  const stages = toStages('training', marks, at(9));
  expect(stages.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'now', 'ahead', 'ahead']);
  expect(stages.map(({ seconds }) => seconds)).toEqual([60, 60, 180, 240, null, null]);
});

it('shows where a job broke off, and stops its clock there', () => {
  const stages = toStages('failed', [...marks, { status: 'failed', at: at(7) }], at(30));
  expect(stages.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'failed', 'ahead', 'ahead']);
  expect(stages[3]?.seconds).toBe(120);
});

it('shows a finished job as done to the end, also where a mark is missing', () => {
  const stages = toStages('completed', [...marks.slice(0, 2), { status: 'completed', at: at(20) }], at(30));
  expect(stages.every(({ state }) => state === 'done')).toBe(true);
  expect(stages.map(({ status }) => status)).toEqual(jobPath);
  expect(stages[1]?.seconds).toBe(19 * 60);
});

it('smooths without lag, keeps gaps, and leaves points alone at strength 0', () => {
  const step = [0, 0, 0, 0, 1, 1, 1, 1];
  const smoothed = smooth(step, 0.5);
  // A curve that lags would not be symmetric about the step.
  expect((smoothed[3] ?? 0) + (smoothed[4] ?? 0)).toBeCloseTo(1, 1);
  expect(smooth([1, null, 3], 0.8)[1]).toBeNull();
  expect(smooth(step, 0)).toEqual(step);
});
