import { defineConfig, mergeConfig } from 'vitest/config';
import { manyFiles } from './src/testing/vitest-preset.ts';

export default mergeConfig(
  manyFiles,
  defineConfig({
    test: {
      // Many of these files start whole stacks of their own, and two cores carry no more of them.
      maxWorkers: 2,
    },
  }),
);
