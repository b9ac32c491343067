import { defineConfig } from 'vitest/config';
import { testPreset } from './src/testing/vitest-preset.ts';

export default defineConfig(testPreset);
