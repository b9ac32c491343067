import { type ChildProcess, fork } from 'node:child_process';
import { StackError, type StackErrorDetails } from '../errors/stack-error.ts';
import type { Service } from './service.ts';

/** What a child tells its supervisor. */
export type ChildMessage = { type: 'ready' } | { type: 'failed'; error: StackErrorDetails };

export interface NodeServiceOptions<Configuration> {
  name: string;
  module: URL;
  /** Handed over by message, so that no secret stands in an environment or on a command line. */
  configuration: Configuration;
}

const stopTimeoutMs = 5_000;

/** A person's environment may hold the superuser's address and provider tokens: a part is told what it needs. */
function childEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TEMP, SystemRoot, LANG, NODE_OPTIONS, NO_COLOR } = process.env;
  return { PATH, HOME, TMPDIR, TEMP, SystemRoot, LANG, NODE_OPTIONS, NO_COLOR };
}

/** A service in a Node process of its own, which must call `runAsService` (see `service-process.ts`). */
export function nodeService<Configuration>(options: NodeServiceOptions<Configuration>): Service {
  const { name, module, configuration } = options;
  return {
    name,
    start: async () => {
      const child = fork(module, {
        // In a process group of its own: Ctrl-C reaches the supervisor alone, which stops things in order.
        detached: true,
        env: childEnvironment(),
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      const exited = new Promise<string>((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
      });
      child.send({ type: 'configure', configuration });
      await becomesReady(child, name, exited);
      return { exited, stop: () => stop(child, exited) };
    },
  };
}

function becomesReady(child: ChildProcess, name: string, exited: Promise<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: ChildMessage) => {
      if (message.type === 'ready') resolve();
      else reject(new StackError(message.error));
    });
    void exited.then((reason) =>
      reject(
        new StackError({
          code: 'part_failed',
          message: `${name} stopped while starting (${reason}).`,
          remedy: 'What it printed above says why.',
        }),
      ),
    );
  });
}

/** Closing the channel is the request to stop; a child that is killed, or whose supervisor is, needs no other. */
async function stop(child: ChildProcess, exited: Promise<string>): Promise<void> {
  if (child.connected) child.disconnect();
  const lostPatience = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await exited;
  clearTimeout(lostPatience);
}
