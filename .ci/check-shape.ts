// The `check:shape` script of every package: is it, once packed, what its users' tools expect?
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { readManifest, root } from './workspace-packages.ts';

const manifest = readManifest(relative(root, process.cwd()));
const checks = [['publint', '--strict', '.']];
if (!manifest.private) checks.push(['attw', '--pack', '.', '--profile', 'node16']);

for (const [command = '', ...options] of checks) {
  const { status, error } = spawnSync(command, options, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  if (status !== 0) process.exitCode = 1;
}
