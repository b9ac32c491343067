const parentCheckIntervalMs = 500;

/**
 * Settles when the stack should stop: on Ctrl-C, when it is told to end, or when the program that started it is gone (a
 * package runner that is killed passes no signal on).
 */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // Heard for ever: package runners repeat the signal that the terminal has sent already, and one that nobody hears
      // ends the process in the middle of stopping.
      process.on(signal, () => resolve());
    }
    if (process.env.npm_lifecycle_event !== undefined) {
      const parent = process.ppid;
      setInterval(() => {
        if (process.ppid !== parent) resolve();
      }, parentCheckIntervalMs).unref();
    }
  });
}
