import { testPreset } from '@act/local-stack/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default mergeConfig(
  testPreset,
  // All files at once: most of what they do is to wait for a trainer.
  defineConfig({ test: { maxWorkers: 6 } }),
);
