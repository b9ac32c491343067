/** One request of a worker to the database, to storage or to a provider. */
export interface OutsideCall {
  /** The first is 1. */
  readonly number: number;
  /** Such as `POST /rest/v1/rpc/move_training_job`; without what is another one in every story. */
  readonly name: string;
  /** Which one of its name, from 1. */
  readonly occurrence: number;
}

/**
 * What becomes of a call. `die-before`: the process ends before it is sent. `die-after`: it did what it does, and the
 * process ends before it hears of it. `lose`: like that, but only the answer is lost. `freeze`: the process stands still
 * before it is sent, until it is thawed. A response is given in its place.
 */
export type CallFate = 'pass' | 'die-before' | 'die-after' | 'lose' | 'freeze' | Response;

export interface Wire {
  readonly fetch: typeof globalThis.fetch;
  readonly calls: readonly OutsideCall[];
  /** From here on nothing is sent and nothing is heard, as of a process that was killed. */
  kill(): void;
  /** Settles when the process was killed, by whatever. */
  readonly killed: Promise<void>;
  /** Settles when the process stands still. */
  readonly frozen: Promise<void>;
  thaw(): void;
}

/** A worker's one way to the outside, on which every call is counted and any can be its last. */
export function createWire(
  fetch: typeof globalThis.fetch,
  decide: (call: OutsideCall) => CallFate = () => 'pass',
): Wire {
  const calls: OutsideCall[] = [];
  const death = Promise.withResolvers<void>();
  const frost = Promise.withResolvers<void>();
  const sun = Promise.withResolvers<void>();
  let isFrozen = false;
  let isDead = false;
  const kill = () => {
    isDead = true;
    death.resolve();
  };
  return {
    calls,
    kill,
    killed: death.promise,
    frozen: frost.promise,
    thaw: () => {
      isFrozen = false;
      sun.resolve();
    },
    fetch: async (input, init) => {
      if (isDead) return never();
      const name = nameOf(input, init);
      const occurrence = calls.filter((call) => call.name === name).length + 1;
      const call = { number: calls.length + 1, name, occurrence };
      calls.push(call);
      const fate = decide(call);
      if (fate instanceof Response) return fate;
      if (fate === 'die-before') kill();
      if (fate === 'freeze') {
        isFrozen = true;
        frost.resolve();
      }
      if (isFrozen) await sun.promise;
      if (isDead) return never();
      const response = await fetch(input, init).catch((error: unknown) => {
        // A call that comes to nothing is the last one all the same.
        if (fate === 'die-after') kill();
        if (isDead) return never();
        throw error;
      });
      if (fate === 'die-after') kill();
      if (isFrozen) await sun.promise;
      if (!isDead && (fate === 'pass' || fate === 'freeze')) return response;
      await response.body?.cancel();
      if (isDead) return never();
      throw connectionLost();
    },
  };
}

const never = () => new Promise<never>(() => undefined);

const connectionLost = () =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
  });

function nameOf(input: Parameters<typeof globalThis.fetch>[0], init: RequestInit | undefined): string {
  const isRequest = input instanceof Request;
  const method = init?.method ?? (isRequest ? input.method : 'GET');
  const { pathname } = new URL(isRequest ? input.url : input);
  const parts = pathname.split('/').map((part) => (variable.test(part) ? ':id' : part));
  return `${method} ${parts.join('/').replace(/-v\d+\./, '-v:n.')}`;
}

/** Ids, hashes, dates, secrets: long words with digits in them. */
const variable = /^(?=[^.]*\d)[\w-]{12,}/;
