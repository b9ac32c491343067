#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// A command line is short: most of its time would go into reading this program again.
enableCompileCache();
const [{ loadSettings }, { runAct }] = await Promise.all([
  import('./load-setting.ts'),
  import('./program/run-act.ts'),
]);
process.exitCode = await runAct(process.argv.slice(2), loadSettings());
