import pg from 'pg';

/** Opens one connection for the length of a block: `await using client = await connect(…)`. */
export async function connect(address: pg.ClientConfig): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client(address);
  // A connection that breaks while idle has nobody waiting for it; the next query reports it.
  client.on('error', () => undefined);
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
