import { testPreset } from '@act/local-stack/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default mergeConfig(
  testPreset,
  defineConfig({
    test: {
      globalSetup: ['./src/browser/unpack-once.ts'],
      // Each file has a browser of its own, and two cores carry no more of them.
      maxWorkers: 2,
      testTimeout: 60_000,
      // As long as a page is waited for.
      expect: { poll: { timeout: 15_000 } },
    },
  }),
);
