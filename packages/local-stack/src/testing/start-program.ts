import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { guardedEnvironment } from './load-setting.ts';

export interface RunningProgram extends AsyncDisposable {
  /** Where it listens. */
  readonly url: string;
  /** What it has printed so far. */
  output(): string;
}

const readySchema = z.object({ url: z.string() });

/** Runs what the product itself brings, as it was built, in a process of its own until it is disposed of. */
export async function startProgram(
  module: string,
  settings: Readonly<Record<string, string>>,
): Promise<RunningProgram> {
  const child = fork(fileURLToPath(new URL('./program-process.ts', import.meta.url)), [module], {
    env: guardedEnvironment({}),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const exited = once(child, 'exit');
  child.send(settings);
  const [ready] = await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => {
      throw new Error(`${module} ended while starting (exit code ${code}):\n${printed}`);
    }),
  ]);
  return {
    url: readySchema.parse(ready).url,
    output: () => printed,
    [Symbol.asyncDispose]: async () => {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
