import { tooSlow } from '../read-body.ts';
import { formTooLarge } from './form-error.ts';

export interface ByteSourceOptions {
  /** Of the whole body. */
  readonly maximumBytes: number;
  /** Between two pieces. */
  readonly timeoutMs: number;
}

/** A body as it comes in, with what was not used yet. */
export interface ByteSource {
  /** What has come and was not taken. */
  readonly pending: Uint8Array;
  /** Takes so many bytes off the front. */
  take(count: number): Uint8Array<ArrayBuffer>;
  /** Waits for more; false at the end. @throws ApiError 408, 413 */
  more(): Promise<boolean>;
  /** Gives up the rest. */
  close(): void;
}

export function openByteSource(
  body: ReadableStream<Uint8Array>,
  { maximumBytes, timeoutMs }: ByteSourceOptions,
): ByteSource {
  const reader = body.getReader();
  let pending = new Uint8Array(0);
  let total = 0;
  return {
    get pending() {
      return pending;
    },
    take: (count) => {
      const taken = pending.slice(0, count);
      pending = pending.subarray(count);
      return taken;
    },
    more: async () => {
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => late.reject(tooSlow()), timeoutMs);
      try {
        const { done, value } = await Promise.race([reader.read(), late.promise]);
        if (done) return false;
        total += value.byteLength;
        if (total > maximumBytes) throw formTooLarge(`more than ${Math.floor(maximumBytes / 2 ** 20)} MB`);
        pending = join(pending, value);
        return true;
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => {
      // Not waited for: nobody reads on.
      void reader.cancel().catch(() => undefined);
    },
  };
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(one.byteLength + other.byteLength);
  joined.set(one);
  joined.set(other, one.byteLength);
  return joined;
}
