const parentCheckIntervalMs = 500;

/**
 * Settles when the stack should stop: on Ctrl-C, when it is told to end, or when the program that started it is gone (a
 * package runner that is killed passes no signal on).
 */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let hasAsked = false;
      process.on(signal, () => {
        // Package runners repeat the signal that the terminal has sent already; only a person insists after a second.
        if (hasAsked) return;
        hasAsked = true;
        resolve();
      });
    }
    if (process.env.npm_lifecycle_event !== undefined) {
      const parent = process.ppid;
      setInterval(() => process.ppid !== parent && resolve(), parentCheckIntervalMs).unref();
    }
  });
}
