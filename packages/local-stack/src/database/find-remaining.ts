import { connect } from './connection.ts';
import type { DatabaseAddress } from './database-address.ts';

/** Those of the people who still have an account, in their order; all of them while the database is away. */
export async function findRemaining<Person extends { readonly email: string }>(
  database: DatabaseAddress,
  people: Person[],
): Promise<Person[]> {
  try {
    await using client = await connect(database);
    const { rows } = await client.query<{ email: string }>(
      'select email from auth.users where email = any($1)',
      [people.map(({ email }) => email)],
    );
    const there = new Set(rows.map(({ email }) => email));
    return people.filter(({ email }) => there.has(email));
  } catch {
    return people;
  }
}
