import { expect, it } from 'vitest';
import { addCounts, countReport, formatCounts } from './test-counts.ts';

const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
const passing = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [passed] }],
};

it('counts skipped tests and tests to be written as skipped', () => {
  expect(countReport(passing)).toEqual({
    counts: { passed: 3, failed: 0, skipped: 2 },
    problems: [],
    failures: [],
  });
});

it('counts a failed test once, and tells its name and why', () => {
  const test = {
    status: 'failed',
    fullName: 'size streams',
    failureMessages: ['AssertionError: 3 is not 2\n    at b.test.ts'],
  };
  const file = { name: 'b.test.ts', status: 'failed', message: '', assertionResults: [test] };
  const report = {
    ...passing,
    success: false,
    numFailedTests: 1,
    testResults: [...passing.testResults, file],
  };
  expect(countReport(report)).toEqual({
    counts: { passed: 3, failed: 1, skipped: 2 },
    problems: [],
    failures: ['size streams: AssertionError: 3 is not 2'],
  });
});

it('counts a file that could not be loaded as a failure', () => {
  const file = { name: 'b.test.ts', status: 'failed', message: 'Cannot find ./b.ts', assertionResults: [] };
  const { counts, problems } = countReport({ ...passing, success: false, testResults: [file] });
  expect(counts.failed).toBe(1);
  expect(problems).toEqual(['b.test.ts failed outside of its tests: Cannot find ./b.ts']);
});

it('counts an error that belongs to no file as a failure', () => {
  const { counts, problems } = countReport({ ...passing, success: false });
  expect(counts.failed).toBe(1);
  expect(problems).toHaveLength(1);
});

it('sums and prints', () => {
  const sum = addCounts([
    { passed: 1, failed: 0, skipped: 2 },
    { passed: 10, failed: 1, skipped: 0 },
  ]);
  expect(formatCounts(sum)).toBe('11 passed, 1 failed, 2 skipped');
  expect(formatCounts(addCounts([]))).toBe('0 passed, 0 failed, 0 skipped');
});
