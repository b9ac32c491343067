import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAddress } from '../database/database-address.ts';

export interface DatabaseWatch extends AsyncDisposable {
  isUp(): boolean;
}

export interface DatabaseWatchOptions {
  database: DatabaseAddress;
  onLost: () => void;
  onBack: () => Promise<void>;
}

const retryIntervalMs = 100;

/** Holds one idle connection: it ends the moment the database does, and is made again as soon as that is back. */
export async function watchDatabase({
  database,
  onLost,
  onBack,
}: DatabaseWatchOptions): Promise<DatabaseWatch> {
  const stopping = new AbortController();
  let client = await hold(database);
  let isUp = true;

  const watching = (async () => {
    for (;;) {
      await client.ended;
      if (stopping.signal.aborted) return;
      isUp = false;
      onLost();
      const next = await holdAgain(database, stopping.signal);
      if (!next) return;
      client = next;
      await onBack();
      isUp = true;
    }
  })();

  return {
    isUp: () => isUp,
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await client.end();
      await watching;
    },
  };
}

async function hold(database: DatabaseAddress) {
  const client = new pg.Client({ ...database, keepAlive: true });
  const ended = new Promise<void>((resolve) => client.on('end', resolve).on('error', () => resolve()));
  await client.connect();
  return { ended, end: () => client.end().catch(() => undefined) };
}

async function holdAgain(database: DatabaseAddress, signal: AbortSignal) {
  while (!signal.aborted) {
    const held = await hold(database).catch(() => null);
    if (held) return held;
    await sleep(retryIntervalMs);
  }
  return null;
}
