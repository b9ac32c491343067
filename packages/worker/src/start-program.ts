import { readWorkerOptions } from './load-setting.ts';
import type { Settings } from './pick-settings.ts';
import { startWorker } from './start-worker.ts';
import type { Worker } from './worker-options.ts';

/** Starts a worker with settings by name, as an environment holds them: for a supervisor that keeps them elsewhere. */
export async function startProgram(settings: Settings): Promise<Worker & AsyncDisposable> {
  const worker = await startWorker(readWorkerOptions(settings));
  return { ...worker, [Symbol.asyncDispose]: () => worker.stop({ graceMs: 2_000 }) };
}
