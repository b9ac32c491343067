import { manyFiles } from '@act/local-stack/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig(manyFiles);
