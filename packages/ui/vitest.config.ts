import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Many short files, which leave nothing behind: one process goes through file after file.
  test: { include: ['src/**/*.test.{ts,tsx}'], isolate: false },
});
