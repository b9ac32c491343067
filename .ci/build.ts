// Builds packages and what they ask for: before commands that run what is built. Silent unless something is wrong.
import { spawnSync } from 'node:child_process';
import { root } from './workspace-packages.ts';

const names = process.argv.slice(2);
const { status, error, stdout } = spawnSync(
  'turbo',
  ['run', 'build', ...names.map((name) => `--filter=${name}`), '--output-logs=errors-only'],
  {
    cwd: root,
    env: { ...process.env, DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  },
);
if (error) throw error;
if (status !== 0) console.error(stdout);
process.exitCode = status ?? 1;
