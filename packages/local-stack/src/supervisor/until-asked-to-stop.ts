const parentCheckIntervalMs = 500;
const insistAfterMs = 1_000;

/**
 * Settles when the stack should stop: on Ctrl-C, when it is told to end, or when the program that started it is gone (a
 * package runner that is killed passes no signal on).
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
    if (process.env.npm_lifecycle_event !== undefined) {
      const parent = process.ppid;
      setInterval(() => {
        if (process.ppid !== parent) resolve();
      }, parentCheckIntervalMs).unref();
    }
  });
}
