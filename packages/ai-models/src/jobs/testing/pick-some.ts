import { isFullRun } from '@act/local-stack/testing';
import { onTestFailed } from 'vitest';

/**
 * For proofs that try the same at every place of a long way, such as killing a process at each of its calls: all of them in
 * the long run. In the other one every third, say, beginning at another one each time, so that over the runs each has its
 * turn. A test that fails says where this one began; the long run tries the same places again, among all the others.
 */
export function pickSome<T>(all: readonly T[], oneOf: number): T[] {
  if (isFullRun() || all.length <= oneOf) return [...all];
  const first = Math.floor(Math.random() * oneOf);
  const start = `Of ${all.length} places one in ${oneOf} was tried, from number ${first + 1} on.\n`;
  onTestFailed(() => void process.stderr.write(start));
  return all.filter((_one, index) => index % oneOf === first);
}
