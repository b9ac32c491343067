import { defineConfig, mergeConfig } from 'vitest/config';
import { testPreset } from './src/testing/vitest-preset.ts';

export default mergeConfig(
  testPreset,
  defineConfig({
    test: {
      // Many of these files start whole stacks of their own, and two cores carry no more of them.
      maxWorkers: 2,
    },
  }),
);
