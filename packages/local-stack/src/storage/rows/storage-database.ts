import pg from 'pg';
import type { Caller } from '../../access/caller.ts';
import type { DatabaseAddress } from '../../database/database-address.ts';
import { refusals } from '../errors/refusals.ts';
import { explainDatabaseError, isConnectionError, outcomeUnknown } from './database-errors.ts';

/** One transaction. It begins as the service itself, which row level security does not bind. */
export interface Transaction {
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** From here on the policies decide, for this caller. Null leaves the service as it is: a signed token speaks. */
  become(caller: Caller | null): Promise<void>;
  /** Does the work, then takes all of it back, whoever it had become included: "would this be allowed?" */
  attempt<Result>(work: () => Promise<Result>): Promise<Result>;
}

export interface StorageDatabase {
  /** @param operation hosted's name for the call, which policies read as `storage.operation()` */
  transaction<Result>(
    operation: string,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result>;
  /** A transaction in which the policies decide from the beginning, for this caller. */
  transactionAs<Result>(
    caller: Caller,
    operation: string,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

const beginAttempts = 3;

export function createStorageDatabase(address: DatabaseAddress, maxConnections: number): StorageDatabase {
  const pool = new pg.Pool({
    ...address,
    max: maxConnections,
    application_name: 'act_storage',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
  });
  // Connections break when the server stops. Whoever uses one then is told; without listeners the process would die.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  const transaction: StorageDatabase['transaction'] = async (operation, work) => {
    const client = await begin(pool, operation);
    try {
      const result = await work(transactionOn(client));
      await commit(client);
      client.release();
      return result;
    } catch (error) {
      const isClean = await client.query('rollback').then(
        () => true,
        () => false,
      );
      client.release(!isClean);
      throw explainDatabaseError(error);
    }
  };
  return {
    transaction,
    transactionAs: (caller, operation, work) =>
      transaction(operation, async (begun) => {
        await begun.become(caller);
        return work(begun);
      }),
    close: () => pool.end(),
  };
}

/** After a restart of the server the pool still holds connections to the old one: those are thrown away here. */
async function begin(pool: pg.Pool, operation: string): Promise<pg.PoolClient> {
  for (let attempt = 1; ; attempt += 1) {
    let client: pg.PoolClient | null = null;
    try {
      client = await pool.connect();
      await client.query('begin');
      // Rows stand for bytes, so a trigger forbids all other deletes.
      await client.query(
        `select set_config('storage.operation', $1, true), set_config('storage.allow_delete_query', 'true', true)`,
        [operation],
      );
      return client;
    } catch (error) {
      client?.release(true);
      if (attempt >= beginAttempts || client === null || !isConnectionError(error))
        throw explainDatabaseError(error);
    }
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('commit');
  } catch (error) {
    throw isConnectionError(error) ? outcomeUnknown(error) : error;
  }
}

function transactionOn(client: pg.PoolClient): Transaction {
  return {
    async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
      return (await client.query<Row>(sql, values)).rows;
    },
    async become(caller) {
      if (caller !== null) await becomeCaller(client, caller);
    },
    async attempt(work) {
      await client.query('savepoint attempt');
      const result = await work();
      // Settings made since are taken back too, the role among them.
      await client.query('rollback to savepoint attempt');
      return result;
    },
  };
}

/**
 * A token names its role, and only roles that were granted to `authenticator` may be named: others, like this
 * service's own login, could do more than any policy allows.
 */
async function becomeCaller(client: pg.PoolClient, { role, claims, userId }: Caller): Promise<void> {
  const { rowCount } = await client.query(
    `select set_config('request.jwt.claims', $2, true),
            set_config('request.jwt.claim.sub', $3, true),
            set_config('request.jwt.claim.role', $1, true),
            set_config('role', $1, true)
     where exists (
       select from pg_auth_members join pg_roles on pg_roles.oid = pg_auth_members.roleid
       where pg_auth_members.member = 'authenticator'::regrole and pg_roles.rolname = $1
     )`,
    [role, JSON.stringify(claims), userId ?? ''],
  );
  if (rowCount !== 1) throw refusals.accessDenied(`permission denied to set role "${role}"`);
}
