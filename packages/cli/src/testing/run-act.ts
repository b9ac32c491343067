import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { guardedEnvironment } from '@act/local-stack/testing';

const program = fileURLToPath(new URL('../act.ts', import.meta.url));

/** How a command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Presses Ctrl-C once this was said. */
  readonly stopAt?: RegExp;
}

/** Runs the real program in a process of its own, with these settings and no others. */
export function runAct(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { environment = {}, stdin, stopAt } = options;
  const child = spawn(process.execPath, [program, ...words], {
    env: guardedEnvironment(environment),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let isStopped = false;
  const listen = () => {
    if (!isStopped && stopAt?.test(stdout + stderr)) isStopped = child.kill('SIGINT');
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    listen();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    listen();
  });
  child.stdin.end(stdin ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
