import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { getFreePort } from '../../../home/ports.ts';
import type { TestStack } from '../../../testing/start-stack.ts';
import { storageLogin } from '../../testing/own-service.ts';

/** A storage service that can be killed and started again at the same address. */
export interface StorageProcess extends AsyncDisposable {
  /** The stack as the helpers know it, with this process at its address. */
  stack: TestStack;
  /** As a power cut would: nothing is finished, nothing is cleaned up. */
  kill(): Promise<void>;
  restart(): Promise<void>;
}

const script = fileURLToPath(new URL('./serve-storage.ts', import.meta.url));

export async function startStorageProcess(stack: TestStack): Promise<StorageProcess> {
  const port = await getFreePort();
  const settings = {
    port,
    database: storageLogin(stack),
    keys: stack.secrets,
    signingKey: stack.secrets.storageSigningKey,
    folder: stack.storageFolder,
  };
  let running: ChildProcess | null = null;
  const restart = async () => {
    running = spawn(process.execPath, [script, JSON.stringify(settings)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (running.stdout) await once(running.stdout, 'data');
  };
  const kill = async () => {
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    await gone;
  };
  await restart();
  return { stack: { ...stack, url: `http://127.0.0.1:${port}` }, kill, restart, [Symbol.asyncDispose]: kill };
}
