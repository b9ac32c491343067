import { fileURLToPath } from 'node:url';
import type { TestProjectInlineConfiguration } from 'vitest/config';

const networkGuard = new URL('./no-network.ts', import.meta.url).href;

/** What every package's suite shares: one cluster for the run, and no way out of the machine. */
export const testPreset = {
  test: {
    globalSetup: [fileURLToPath(new URL('./global-setup.ts', import.meta.url))],
    pool: 'forks',
    // By itself vitest leaves a core free; most of our tests wait for a database or a clock.
    maxWorkers: 3,
    execArgv: ['--import', networkGuard],
    env: { NODE_OPTIONS: `--import ${networkGuard}` },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
} satisfies TestProjectInlineConfiguration;

/**
 * For suites of many files that leave nothing behind in their process: a few processes go through file after file, where one
 * for each would load the same code again and again.
 */
export const manyFiles = {
  test: { ...testPreset.test, isolate: false },
} satisfies TestProjectInlineConfiguration;
