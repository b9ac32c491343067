import type pg from 'pg';
import type { Person } from '../people.ts';

/** Does something in a transaction of its own, of which nothing stays. */
export async function rollingBack<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** From here to the end of the transaction the policies decide, for this person, as PostgREST has them decide. */
export async function become(client: pg.Client, person: Person): Promise<void> {
  await client.query(
    `select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)`,
    [JSON.stringify({ sub: person.id, aud: 'authenticated', role: 'authenticated' })],
  );
}
