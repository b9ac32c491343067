import pg from 'pg';
import { StackError } from '../errors/stack-error.ts';
import type { DatabaseAddress } from './database-address.ts';

/** Opens one connection for the length of a block: `await using client = await connect(…)`. */
export async function connect(address: DatabaseAddress): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client(address);
  // A connection that breaks while idle has nobody waiting for it; the next query reports it.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new StackError({
      code: 'database_unreachable',
      message: `No database answers at ${address.host}:${address.port}/${address.database} as ${address.user}: ${reasonOf(cause)}.`,
      remedy: 'Check that it runs and that the address and password are right.',
      cause,
    });
  }
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}
