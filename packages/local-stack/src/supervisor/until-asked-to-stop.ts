import { setTimeout as sleep } from 'node:timers/promises';
import { watchPackageRunners } from './package-runners.ts';

const runnerCheckIntervalMs = 500;
const insistAfterMs = 1_000;

/**
 * Settles when the stack should stop: on Ctrl-C, when it is told to end, or when a package runner that it was started
 * through is gone (one that is killed passes no signal on).
 */
export function untilAskedToStop(say: (line: string) => void): Promise<void> {
  let askedAt: number | null = null;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // Heard for ever: package runners repeat the signal that the terminal has sent already, and one that nobody hears
      // ends the process in the middle of stopping. Somebody who asks again after a while means it.
      process.on(signal, () => {
        askedAt ??= performance.now();
        if (performance.now() - askedAt > insistAfterMs) {
          say('Ended at once; the next start clears up.');
          process.exit(130);
        }
        resolve();
      });
    }
    if (process.env.npm_lifecycle_event !== undefined) void untilRunnerIsGone().then(resolve);
  });
}

async function untilRunnerIsGone(): Promise<void> {
  const areThere = await watchPackageRunners();
  while (await areThere()) await sleep(runnerCheckIntervalMs, undefined, { ref: false });
}
