import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** `act-worker` as an operator starts it. */
export interface WorkerProcess {
  /** What it said, a line each. */
  readonly lines: string[];
  /** What it complained of, outside of its log. */
  readonly complaints: string[];
  /** Settles when it has gone: its exit code, or the signal that ended it. */
  readonly gone: Promise<number | NodeJS.Signals | null>;
  signal(name: NodeJS.Signals): void;
  /** By the hardest signal there is. */
  kill(): Promise<void>;
}

const command = fileURLToPath(new URL('../commands/act-worker.ts', import.meta.url));

/** Starts a process with these settings and no others, and waits until it works or has gone. */
export async function spawnWorker(
  settings: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [command, ...words], {
    env: { ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const complaints: string[] = [];
  const gone = once(child, 'close').then(([code, signal]) => signal ?? code);
  const works = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.includes('"the worker works"')) resolve();
    });
  });
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  await Promise.race([works, gone]);
  return {
    lines,
    complaints,
    gone,
    signal: (name) => {
      child.kill(name);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
