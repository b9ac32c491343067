// `npm start`: builds what is missing or stale, and runs it. `--all`: every storefront, not the first alone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './workspace-packages.ts';

const values = readOptions();
const first = 'act-frontend';
const others = readdirSync(join(root, 'brands')).filter((name) => name !== first);
const storefronts = [first, ...(values.all ? others : [])];

const startedAt = performance.now();
const seconds = () => Math.round((performance.now() - startedAt) / 1000);
const patience = setTimeout(
  () => console.log('Building what is new here; the first time takes a minute or two.'),
  3_000,
);
// Whoever waits has to see that somebody works.
const heartbeat = setInterval(() => console.log(`Building: ${seconds()} s so far.`), 20_000);
const build = spawn(
  process.execPath,
  [join(import.meta.dirname, 'build.ts'), '@act/api', '@act/worker', ...storefronts],
  { stdio: 'inherit' },
);
const [status] = await once(build, 'exit');
clearTimeout(patience);
clearInterval(heartbeat);
if (status !== 0) process.exit(status ?? 1);

// In this process: whoever asks it to stop is heard by what has to be stopped.
process.argv.splice(
  2,
  Infinity,
  '--api=packages/api/dist/start-program.js',
  '--worker=packages/worker/dist/index.js',
  ...storefronts.map((name) => `--storefront=brands/${name}`),
);
process.chdir(root);
await import(new URL('../packages/local-stack/src/commands/start.ts', import.meta.url).href);

function readOptions(): { readonly all: boolean } {
  try {
    return parseArgs({ options: { all: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split(/\.(?:\s|$)/);
    console.error(`${reason}: \`npm start\` takes --all, which starts every storefront, and nothing else.`);
    process.exit(2);
  }
}
