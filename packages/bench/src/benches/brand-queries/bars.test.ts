import { expect, it } from 'vitest';
import { judgeCase } from './bars.ts';
import { sortMisses } from './explained-misses.ts';
import type { Measurement } from './measure/measure-statement.ts';
import type { MeasuredCase } from './measure/measured-case.ts';

const took = (buffers: number, executionMs = 0.1): Measurement => ({
  buffers,
  executionMs,
  planningMs: 0.1,
  runs: 5,
  plan: { 'Node Type': 'Index Scan' },
});

const sound: MeasuredCase = {
  question: 'newest trainings',
  asker: '3',
  clientFilter: 'brand',
  floor: took(20),
  ours: took(60),
  settled: took(24),
  naive: null,
  isSameAnswer: true,
  planProblems: [],
  naivePlanProblems: [],
};

it('lets three times the floor pass', () => {
  expect(judgeCase(sound)).toMatchObject({
    buffersRatio: 3,
    timeRatio: null,
    misses: [],
    tooManyPages: null,
    remarks: [],
  });
});

it('says how many pages are too many, and when', () => {
  expect(judgeCase({ ...sound, ours: took(61) }).tooManyPages).toBe('61 pages, where the floor is 20');
  expect(judgeCase({ ...sound, settled: took(900) }).tooManyPages).toBe(
    '900 pages once its plan has settled, where the floor is 20',
  );
});

it('does not hold asking who asks against a question that finds nothing', () => {
  expect(judgeCase({ ...sound, floor: took(0), ours: took(8), settled: took(8) }).tooManyPages).toBeNull();
  expect(judgeCase({ ...sound, floor: took(0), ours: took(13) }).tooManyPages).not.toBeNull();
});

it('tells a slow query, but fails nothing for it', () => {
  const slow = judgeCase({ ...sound, floor: took(20, 1), ours: took(20, 4) });
  expect(slow).toMatchObject({ timeRatio: 4, misses: [], remarks: ['4.0 ms, where the floor is 1.0'] });
});

it('misses for a bad plan and for another answer, however cheap', () => {
  const { misses } = judgeCase({
    ...sound,
    isSameAnswer: false,
    planProblems: ['Seq Scan: all of x is read'],
  });
  expect(misses).toEqual([
    'the plan has a Seq Scan: all of x is read',
    'policies and floor do not answer with the same rows',
  ]);
});

it('lets a reason excuse pages up to a number, but neither a bad plan nor another answer', () => {
  const measured = { ...sound, ours: took(90), isSameAnswer: false };
  const judged = { measured, verdict: judgeCase(measured) };
  const because = 'there is no better way';
  expect(sortMisses(judged, [{ question: sound.question, mostPages: 90, because }])).toEqual({
    failing: ['policies and floor do not answer with the same rows'],
    explained: ['90 pages, where the floor is 20; there is no better way'],
  });
  expect(sortMisses(judged, [{ question: sound.question, mostPages: 89, because }]).failing).toHaveLength(2);
});
