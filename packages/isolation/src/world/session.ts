import { connect, type DatabaseAddress } from '@act/local-stack/testing';
import pg, { DatabaseError } from 'pg';
import type { Actor } from '../actors/actors.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Fingerprint, fingerprintSql, listChanges, toFingerprint } from './fingerprint.ts';

/** What came of an attempt. */
export interface Outcome {
  /** SQLSTATE of the refusal; null where the database did as asked. */
  code: string | null;
  message: string;
  /** Rows that were read or changed. */
  rowCount: number;
  rows: Record<string, unknown>[];
  /** What is different afterwards, as `table/brand`. */
  changes: string[];
}

export interface Attempt {
  sql: string;
  values?: readonly (string | null | undefined | string[])[];
  /** Settings of the transaction, such as `storage.operation`. */
  settings?: Record<string, string>;
  /** Run first, as the superuser, and taken back with the rest. */
  before?: string;
}

/** One connection on which everything is tried and nothing stays. */
export interface Session extends AsyncDisposable {
  /** Tries it as somebody, compares all data with what was there before, and takes it back. */
  attempt(actor: Actor | 'owner', attempt: Attempt): Promise<Outcome>;
  /** A question of the harness itself, to which no policy applies. */
  read<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/** @param database as its superuser, who becomes everybody else */
export async function openSession(database: DatabaseAddress, catalogue: Catalogue): Promise<Session> {
  const client = await connect(database);
  await client.query('begin');
  await client.query(`prepare fingerprint as ${fingerprintSql(catalogue)}`);
  const before = toFingerprint((await client.query('execute fingerprint')).rows);
  return {
    attempt: (actor, attempt) => tryAndTakeBack(client, actor, attempt, before),
    read: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await client.query<Row>(sql, values)).rows,
    [Symbol.asyncDispose]: () => client.end(),
  };
}

/** As few round trips as can be: there are tens of thousands of attempts. */
async function tryAndTakeBack(
  client: pg.Client,
  actor: Actor | 'owner',
  attempt: Attempt,
  unchanged: Fingerprint,
): Promise<Outcome> {
  const { sql, values = [], settings = {}, before = '' } = attempt;
  await client.query('savepoint attempt');
  try {
    const compared =
      before === ''
        ? unchanged
        : toFingerprint(lastOf(await client.query(`${before}; execute fingerprint`)).rows);
    const tried = lastOf(
      await client.query(`${become(actor)}; ${applySettings(settings)} ${inline(sql, values)}`),
    );
    // Constraints that wait for the end of the transaction would be missed: it never comes.
    const after = await client.query(
      'set constraints all immediate; reset session authorization; reset role; execute fingerprint',
    );
    const changes = listChanges(compared, toFingerprint(lastOf(after).rows));
    return { code: null, message: '', rowCount: tried.rowCount ?? 0, rows: tried.rows, changes };
  } catch (error) {
    if (!(error instanceof DatabaseError) || !error.code) throw error;
    // A statement that fails has changed nothing: the database itself promises that.
    return { code: error.code, message: error.message, rowCount: 0, rows: [], changes: [] };
  } finally {
    await client.query('rollback to savepoint attempt; release savepoint attempt');
  }
}

/** Several statements in one message have several results. */
function lastOf(results: pg.QueryResult | pg.QueryResult[]): pg.QueryResult {
  const last = Array.isArray(results) ? results.at(-1) : results;
  if (!last) throw new Error('The database answered nothing.');
  return last;
}

/** Values as literals, so that everything goes in one message; none of them comes from outside. */
function inline(sql: string, values: Attempt['values'] & object): string {
  return sql.replaceAll(/\$(\d+)/g, (_, place: string) => {
    const value = values[Number(place) - 1] ?? null;
    if (value === null) return 'null';
    return pg.escapeLiteral(typeof value === 'string' ? value : `{${value.join(',')}}`);
  });
}

/** As PostgREST does it: a weak login takes on the role that the token names, and sets the token's claims. */
export function become(actor: Actor | 'owner'): string {
  if (actor === 'owner') return 'set local session authorization act_owner';
  const { databaseRole, claims } = actor;
  const login = databaseRole === 'act_worker' ? 'act_worker' : 'act_rest';
  return `set local session authorization ${login}; set local role ${databaseRole};
    ${applySettings({ 'request.jwt.claims': JSON.stringify(claims) })}`;
}

const applySettings = (settings: Record<string, string>) =>
  Object.entries(settings)
    .map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)};`)
    .join(' ');
