import type { Client } from 'pg';

/** Looks at the database as the operator, in one connection that is closed again. */
export async function askDatabase<T>(
  connectionString: string,
  look: (client: Client) => Promise<T>,
): Promise<T> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return await look(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
