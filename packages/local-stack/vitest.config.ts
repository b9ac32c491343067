import { defineConfig, mergeConfig } from 'vitest/config';
import { manyFiles } from './src/testing/vitest-preset.ts';

export default mergeConfig(
  manyFiles,
  defineConfig({
    test: {
      // Many of these files start whole stacks, which they stop themselves; two cores carry no more than two at a time.
      maxWorkers: 2,
    },
  }),
);
