import { readWorkerOptions } from '../load-setting.ts';
import { SettingError } from '../setting-error.ts';
import { startWorker } from '../start-worker.ts';

/** Works until a signal; at a second one it leaves at once. */
export async function runCommand(): Promise<number> {
  const options = readWorkerOptions();
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
    throw explain(error);
  }
  return 0;
}

/** What the server says of a login, in words that name the setting. */
function explain(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case '28P01':
    case '28000':
      return new SettingError(
        'ACT_WORKER_DATABASE_URL cannot be used. The database refuses this login or its password.',
      );
    case '3D000':
      return new SettingError(
        'ACT_WORKER_DATABASE_URL cannot be used. The server has no database of that name.',
      );
    case '3F000':
    case '42501':
      return new SettingError(
        'ACT_WORKER_DATABASE_URL cannot be used. The login lacks rights: apply the migrations, and log in as act_worker.',
      );
    case 'EADDRINUSE':
      return new SettingError(
        'ACT_WORKER_PORT cannot be used. Somebody else listens there; 0 takes any that is free.',
      );
    default:
      return error;
  }
}
