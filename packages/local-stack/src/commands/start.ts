import { appendFile, mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readSeed } from '../database/seed-storefront.ts';
import { StackError } from '../errors/stack-error.ts';
import { systemCodeOf } from '../errors/system-error.ts';
import { loadStackSettings } from '../home/load-setting.ts';
import { createProgress, type Progress } from '../supervisor/progress.ts';
import { type Programs, startSupervisor } from '../supervisor/start-supervisor.ts';
import { untilAskedToStop } from '../supervisor/until-asked-to-stop.ts';
import { printAddresses } from './print-addresses.ts';

/** `npm start`: brings the stack up, says where it is, and takes it down in order. */
async function main(progress: Progress): Promise<void> {
  let isStopping = false;
  const askedToStop = untilAskedToStop(progress.say).then(() => {
    isStopping = true;
    progress.say('\nStopping.');
  });
  const settings = loadStackSettings();
  progress.say('ACT, embedded: everything runs on this machine.\n');
  const started = await startSupervisor({ settings, programs: await readPrograms(), progress }).catch(
    (error: unknown) => {
      // Ctrl-C may catch a part before it has left the terminal's process group: what the person asked for is no failure.
      if (isStopping) return null;
      throw error;
    },
  );
  if (!started) return;
  await using stack = started;
  if (!isStopping) printAddresses(progress, stack.description, settings.home);

  const failure = await Promise.race([askedToStop, stack.failed]);
  if (failure) throw failure;
}

/**
 * `--api`, `--worker` and any number of `--storefront` name what the product itself brings, once it is built; without them
 * only its world runs. A storefront is given as its folder.
 */
async function readPrograms(): Promise<Programs> {
  const values = readOptions();
  const locate = (file: string | undefined) => file && pathToFileURL(resolve(file)).href;
  const storefronts = await Promise.all(
    values.storefront.map(async (folder) => ({
      name: basename(folder),
      module: pathToFileURL(resolve(folder, 'start.ts')).href,
      seed: await readSeed(pathToFileURL(resolve(folder, 'seed.ts'))),
    })),
  );
  return { api: locate(values.api), worker: locate(values.worker), storefronts };
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        api: { type: 'string' },
        worker: { type: 'string' },
        storefront: { type: 'string', multiple: true, default: [] },
      },
    }).values;
  } catch (error) {
    if (!(error instanceof Error) || !systemCodeOf(error)?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new StackError({
      code: 'setting_invalid',
      message: `${error.message.split('. ')[0]}.`,
      remedy: 'The options are --api, --worker and --storefront, each with the file or folder of a program.',
      cause: error,
    });
  }
}

/** Whatever goes wrong is one line to the person; the rest is for whoever mends it. */
async function explain(progress: Progress, error: unknown): Promise<void> {
  if (StackError.isInstance(error)) return progress.say(`\n${error.message} ${error.remedy}`);
  const logs = join(loadStackSettings().home, 'logs');
  const report = `${new Date().toISOString()} ${error instanceof Error ? error.stack : String(error)}\n`;
  const isKept = await mkdir(logs, { recursive: true })
    .then(() => appendFile(join(logs, 'start.log'), report))
    .then(
      () => true,
      () => false,
    );
  const message = error instanceof Error ? error.message : String(error);
  progress.say(
    `\nThe stack could not go on: ${message.split('\n')[0]}. ${isKept ? `More in ${join(logs, 'start.log')}.` : report}`,
  );
}

// The drivers of PostgreSQL read a dozen variables that a person may have set for a server of their own.
for (const name of Object.keys(process.env)) if (/^PG[A-Z]/.test(name)) delete process.env[name];

const progress = createProgress();
try {
  await main(progress);
  progress.say('Stopped. Everything is kept for the next start.');
} catch (error) {
  await explain(progress, error);
  process.exitCode = 1;
}
