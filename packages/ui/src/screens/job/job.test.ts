import { expect, it } from 'vitest';
import { isSlow, speedOf, toMarks } from './job-marks.ts';
import { readTab } from './job-tab.ts';
import { pickPoints } from './pick-points.ts';
import { isAddress, toSampleRows } from './sample-rows.ts';

it('puts samples into a row for each checkpoint, the newest first, with gaps where one is to come', () => {
  expect(toSampleRows(['a1', 'b1', 'a2'], 2)).toEqual([
    { checkpoint: 2, urls: ['a2', null] },
    { checkpoint: 1, urls: ['a1', 'b1'] },
  ]);
  expect(toSampleRows([], 2)).toEqual([]);
});

it('opens addresses, and nothing that is only a place in storage', () => {
  expect(['https://a.test/x.png', '/api/x', 'generated-content/acme/samples/x.png'].map(isAddress)).toEqual([
    true,
    true,
    false,
  ]);
});

it('picks points evenly, with the first and the last', () => {
  const points = Array.from({ length: 1000 }, (_, step) => step);
  const picked = pickPoints(points, 5);
  expect([picked.length, picked[0], picked.at(-1)]).toEqual([5, 0, 999]);
  expect(pickPoints([1, 2], 5)).toEqual([1, 2]);
});

const at = (second: number) => new Date(second * 1000);
it('tells the speed of a run, and keeps it once training is over', () => {
  const marks = [{ status: 'training', at: at(100) }] as const;
  expect(speedOf(400, marks, at(200))).toBe(4);
  expect(speedOf(400, [...marks, { status: 'saving', at: at(300) }], at(900))).toBe(2);
  expect(speedOf(undefined, marks, at(200))).toBeNull();
  expect(speedOf(400, [], at(200))).toBeNull();
});

it('tells when a training began that was over before anybody looked', () => {
  const job = {
    status: 'completed',
    createdAt: at(0).toISOString(),
    startedAt: null,
    completedAt: null,
  } as const;
  const told = [
    { status: 'queued', at: at(10) },
    { status: 'saving', at: at(100) },
  ] as const;
  const begun = (gpuSeconds: number | null) =>
    toMarks({ ...job, gpuSeconds }, told).find(({ status }) => status === 'training')?.at;
  expect(begun(60)).toEqual(at(40));
  expect(begun(900)).toEqual(at(10));
  expect(begun(null)).toBeUndefined();
});

it('notices a stage that lasts too long, but never that training does', () => {
  expect([isSlow('queued', 60), isSlow('queued', 1000), isSlow('training', 1e6)]).toEqual([
    false,
    true,
    false,
  ]);
});

it('opens the overview for a tab that there is not', () => {
  expect([readTab('loss'), readTab('other'), readTab(null)]).toEqual(['loss', 'overview', 'overview']);
});
