import { isFullRun } from '@act/local-stack/testing';

/**
 * In the long run all of them. In the other one every third, say, of each stretch, and others each time: over the runs each
 * has its turn. What fails says at which place, and the long run comes to it again.
 */
export function pickSome<T>(all: readonly T[], oneOf: number): T[] {
  if (isFullRun() || all.length <= oneOf) return [...all];
  const first = Math.floor(Math.random() * oneOf);
  return all.filter((_one, index) => index % oneOf === first);
}
