/** Lets so many through at once; the others wait in line. */
export interface Gate {
  readonly inside: number;
  pass<T>(signal: AbortSignal | undefined, run: () => Promise<T>): Promise<T>;
}

export function createGate(most: number): Gate {
  const line: (() => void)[] = [];
  let inside = 0;

  const enter = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      signal?.throwIfAborted();
      if (inside < most) {
        inside += 1;
        resolve();
        return;
      }
      const come = () => {
        signal?.removeEventListener('abort', give);
        resolve();
      };
      const give = () => {
        line.splice(line.indexOf(come), 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', give, { once: true });
      line.push(come);
    });
  const leave = () => {
    const next = line.shift();
    // Whoever is next takes the place over: nobody can come between.
    if (next) next();
    else inside -= 1;
  };

  return {
    get inside() {
      return inside;
    },
    async pass(signal, run) {
      await enter(signal);
      try {
        return await run();
      } finally {
        leave();
      }
    },
  };
}
