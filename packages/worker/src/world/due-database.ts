import pg from 'pg';
import { z } from 'zod';
import type { DueDatabase } from './worker-world.ts';

export interface OpenDueDatabase extends DueDatabase {
  /** Throws where the database does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}

const plainName = /^[a-z][a-z0-9_]*$/;

/** A few connections as `act_worker`, whose rights end at functions that return ids and counts. */
export function openDueDatabase(
  connectionString: string,
  { maxConnections, onError }: { maxConnections: number; onError: (error: Error) => void },
): OpenDueDatabase {
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    application_name: 'act-worker',
    connectionTimeoutMillis: 10_000,
    // A claim takes milliseconds; whoever waits longer waits for something that will not come.
    statement_timeout: 30_000,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it; the next call gets another one.
  pool.on('error', onError);
  return {
    async call(name, values, row) {
      if (!plainName.test(name)) throw new TypeError(`There is no function private.${name}.`);
      const places = values.map((_, index) => `$${index + 1}`).join(', ');
      const { rows } = await pool.query(`select * from private.${name}(${places})`, [...values]);
      return z.array(row).parse(rows);
    },
    async check() {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
}
