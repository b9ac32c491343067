import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['{home,training,progress,studio,mine}/**/*.test.ts'] } });
