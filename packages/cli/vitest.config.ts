import { testPreset } from '@act/local-stack/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default mergeConfig(
  testPreset,
  // Each command line is a process of its own, and most tests have several.
  defineConfig({ test: { testTimeout: 60_000 } }),
);
