import { exitCodes } from '../exit-codes.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** The first Ctrl-C asks a command to end in order; a second ends it at once. */
export function listenForStop(): { readonly signal: AbortSignal } & Disposable {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(exitCodes.interrupted);
    stopping.abort();
  };
  for (const name of signals) process.on(name, stop);
  return {
    signal: stopping.signal,
    [Symbol.dispose]: () => {
      for (const name of signals) process.off(name, stop);
    },
  };
}
