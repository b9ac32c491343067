// The `check:types` script of every package: its tsconfig.json, or the configurations that are named.
//
// By TypeScript's native compiler, which finds what the other one does in a third of the time. Programs that ask a
// compiler for more than its errors, such as the bundler of declarations, cannot use it, and have `typescript`.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const installed = dirname(fileURLToPath(import.meta.resolve('typescript-native/package.json')));
const named = process.argv.slice(2);

for (const configuration of named.length > 0 ? named : ['.']) {
  const { status, error } = spawnSync(
    process.execPath,
    // Packages are checked side by side; several threads for one would only do the same work twice.
    [join(installed, 'bin', 'tsc'), '--noEmit', '--singleThreaded', '--project', configuration],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (error) throw error;
  if (status !== 0) process.exitCode = 1;
}
