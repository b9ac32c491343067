import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface Listener {
  readonly isListening: boolean;
  /** Settles when it listens for the first time, or could not. */
  readonly begun: Promise<void>;
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly databaseUrl: string;
  /** Something is to be done, or may have been said while nobody listened. */
  readonly onWork: () => void;
  readonly onError: (error: unknown) => void;
}

/** Said by triggers of the database, and by webhooks. */
const channel = 'act_work';
const checkMs = 10_000;
const delaysMs = { first: 200, most: 5_000 };

/** Listens on a connection of its own, and on another one where that breaks. */
export function listenForWork({ databaseUrl, onWork, onError }: ListenOptions): Listener {
  const closing = new AbortController();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  let isListening = false;

  const listenOnce = async (onListening: () => void) => {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'act-worker-listen',
      keepAlive: true,
    });
    const ended = new Promise<unknown>((resolve) => {
      client.on('error', resolve);
      client.on('end', () => resolve(null));
    });
    client.on('notification', onWork);
    const leave = () => void client.end().catch(() => undefined);
    closing.signal.addEventListener('abort', leave, { once: true });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      closing.signal.throwIfAborted();
      isListening = true;
      onListening();
      onWork();
      // A connection that was cut without a word says nothing; a question finds out.
      const check = setInterval(() => void client.query('select 1').catch(() => client.end()), checkMs);
      const error = await ended;
      clearInterval(check);
      if (error !== null) throw error;
    } finally {
      isListening = false;
      closing.signal.removeEventListener('abort', leave);
      await client.end().catch(() => undefined);
    }
  };

  const run = async () => {
    let delayMs = delaysMs.first;
    while (!closing.signal.aborted) {
      await listenOnce(() => {
        delayMs = delaysMs.first;
        begin();
      }).catch((error: unknown) => {
        if (!closing.signal.aborted) onError(error);
      });
      begin();
      if (closing.signal.aborted) return;
      await pause(delayMs, undefined, { signal: closing.signal }).catch(() => undefined);
      delayMs = Math.min(delaysMs.most, delayMs * 2);
    }
  };
  const running = run();

  return {
    get isListening() {
      return isListening;
    },
    begun,
    async close() {
      closing.abort();
      await running;
    },
  };
}
