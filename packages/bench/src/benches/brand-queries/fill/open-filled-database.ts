import { startStack } from '@act/local-stack/testing';
import type pg from 'pg';
import { connect } from '../../../shared/connect.ts';
import { createPeople, type Person } from '../people.ts';
import { readSamples, type Sample } from '../queries/samples.ts';
import type { Scale } from '../scale.ts';
import { fillDatabase } from './fill-database.ts';

/** A database of its own with the product's migrations and a scale's rows; it goes when it is disposed of. */
export interface FilledDatabase extends AsyncDisposable {
  /** Not bound by policies. */
  superuser: pg.Client;
  /** The weak login of the REST interface. */
  api: pg.Client;
  people: Person[];
  samples: ReadonlyMap<string, Sample>;
  /** Rows of each table, by its name without schema. */
  rowCounts: ReadonlyMap<string, number>;
  version: string;
}

export interface OpenFilledDatabaseOptions {
  scale: Scale;
  onProgress?: ((what: string) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export async function openFilledDatabase(options: OpenFilledDatabaseOptions): Promise<FilledDatabase> {
  const { scale, onProgress, signal } = options;
  await using cleanup = new AsyncDisposableStack();
  const stack = await startStack();
  let stopped: PromiseLike<void> | null = null;
  const stop = (): PromiseLike<void> => {
    stopped ??= stack[Symbol.asyncDispose]();
    return stopped;
  };
  cleanup.defer(async () => stop());
  // A statement that runs ends with its database.
  signal?.addEventListener('abort', () => void stop(), { once: true });
  signal?.throwIfAborted();
  const address = stack.database.superuser;
  const superuser = cleanup.use(await connect(address));
  const people = createPeople(scale);
  const rowCounts = await fillDatabase(superuser, { scale, people, onProgress });

  const { act_rest: password } = stack.secrets.databasePasswords;
  const api = cleanup.use(await connect({ ...address, user: 'act_rest', password }));
  await planAlike(superuser, api);
  const { rows } = await superuser.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  const samples = await readSamples(superuser);
  const owned = cleanup.move();
  return {
    superuser,
    api,
    people,
    samples,
    rowCounts,
    version: rows[0]?.version ?? '',
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/**
 * The floor is planned as the interface's login has it planned, and like it by one process: the functions in policies
 * rule out parallel ones.
 */
async function planAlike(superuser: pg.Client, api: pg.Client): Promise<void> {
  const { rows } = await api.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where source = 'user' and category like 'Query Tuning%'`,
  );
  for (const { name, setting } of rows) {
    await superuser.query('select set_config($1, $2, false)', [name, setting]);
  }
  await superuser.query('set max_parallel_workers_per_gather = 0');
}
