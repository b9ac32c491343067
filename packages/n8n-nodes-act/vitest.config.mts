import { createRequire } from 'node:module';
import { testPreset } from '@act/local-stack/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  ...testPreset,
  // n8n loads nodes with require, and them this; its modules name no file extensions, so Node cannot load those.
  resolve: { alias: { 'n8n-workflow': createRequire(import.meta.url).resolve('n8n-workflow') } },
});
