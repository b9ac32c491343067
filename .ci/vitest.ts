// The `test` script of every package: vitest, readable on the screen and as a report for .ci/test.ts.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { reportPath, root } from './workspace-packages.ts';

const report = reportPath(relative(root, process.cwd()).replaceAll(sep, '/'));
// A run that crashes must not be judged by the report of the one before.
rmSync(report, { force: true });

const { status, error } = spawnSync(
  'vitest',
  [
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
if (error) throw error;
process.exitCode = status ?? 1;
