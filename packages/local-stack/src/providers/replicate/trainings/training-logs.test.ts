import { expect, it } from 'vitest';
import { createTrainingLog } from './training-logs.ts';

it.each([
  [1, '[09:10<09:10,  1.10s/it'],
  [40, '[00:13<00:13, 36.36it/s'],
])('says at speed %i of the time it needs what the watcher will see: %s', (speed, times) => {
  const options = { imageCount: 3, captionsToWrite: 0, steps: 1_000, learningRate: 4e-4, seed: 1, speed };
  const log = createTrainingLog(options);
  expect(log.at(21_500 + 500 * 1_100)).toContain(`500/1000 ${times}`);
  expect(log.durationMs).toBe(1_146_500);
});
