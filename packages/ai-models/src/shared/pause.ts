import { AiModelsError } from '../errors/index.ts';

/** What an aborted signal becomes: every call of this package ends with it. */
export function toAbortedError(signal: AbortSignal | undefined): AiModelsError {
  return new AiModelsError({
    code: 'aborted',
    message: 'The call was stopped by its signal.',
    cause: signal?.reason,
  });
}

/** Waits; throws `aborted` as soon as the signal says so. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(toAbortedError(signal));
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(toAbortedError(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
