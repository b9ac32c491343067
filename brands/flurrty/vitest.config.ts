import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['{traits,twins,create}/**/*.test.ts'] } });
