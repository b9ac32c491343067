import { readWorkerOptions } from '../load-setting.ts';
import { explainFailure } from './explain-failure.ts';

/** Works until a signal; at a second one it leaves at once. */
export async function runCommand(): Promise<number> {
  const options = readWorkerOptions();
  // After the settings: what is wrong with them is told before everything else is loaded.
  const { startWorker } = await import('../start-worker.ts');
  const asked = new AbortController();
  const onSignal = () => {
    if (asked.signal.aborted) process.exit(1);
    asked.abort();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  const stopped = new Promise<void>((resolve) => {
    asked.signal.addEventListener('abort', () => resolve());
  });
  try {
    const worker = await startWorker({ ...options, signal: asked.signal });
    await stopped;
    await worker.stop();
  } catch (error) {
    if (asked.signal.aborted) return 0;
    throw explainFailure(error);
  }
  return 0;
}
