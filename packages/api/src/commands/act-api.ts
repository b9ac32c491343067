#!/usr/bin/env node
import { startProgram } from '../start-program.ts';

/** Serves the interface by itself, for projects whose storefronts are elsewhere. */
const api = await startProgram().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return process.exit(1);
});
process.stdout.write(`Listening at ${api.url}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void api[Symbol.asyncDispose]().then(() => process.exit(0)));
}
