import { afterEach, expect, it, vi } from 'vitest';
import { isFullRun } from './load-setting.ts';

afterEach(() => void vi.unstubAllEnvs());

it.each([
  [undefined, false],
  ['', false],
  ['0', false],
  ['false', false],
  ['FALSE', false],
  [' ', false],
  ['1', true],
  ['true', true],
  ['yes', true],
])('ACT_TEST_FULL=%s: %s', (value, isFull) => {
  vi.stubEnv('ACT_TEST_FULL', value);
  expect(isFullRun()).toBe(isFull);
});
