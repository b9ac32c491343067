import type pg from 'pg';
import type { Person } from '../people.ts';
import type { Scale } from '../scale.ts';
import { fillAssets } from './fill-assets.ts';
import { fillBrands } from './fill-brands.ts';
import { fillFiles } from './fill-files.ts';
import { fillGenerations } from './fill-generations.ts';
import { fillJobs } from './fill-jobs.ts';

/** The tables that the product's own migrations and Supabase's storage bring. */
const schemas = ['public', 'private', 'auth', 'storage'];

export interface FillOptions {
  scale: Scale;
  people: Person[];
  /** Told what is being filled. */
  onProgress?: ((what: string) => void) | undefined;
}

/**
 * Fills a fresh database. Triggers and foreign keys are asleep meanwhile, and indexes made afterwards: the checks of
 * the tables still hold every row to the rules.
 * @returns how many rows each table has, by its name without schema
 */
export async function fillDatabase(superuser: pg.Client, options: FillOptions): Promise<Map<string, number>> {
  const { scale, people, onProgress = () => undefined } = options;
  await superuser.query(`set session_replication_role = replica; set jit = off;
    set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`);
  const makeIndexes = await dropIndexes(superuser);
  const steps: [what: string, statements: string[]][] = [
    ['brands and people', fillBrands(scale, people)],
    ['pictures', fillAssets(scale)],
    ['trainings and models', fillJobs(scale)],
    ['generations', fillGenerations(scale)],
    ['files', fillFiles()],
    ['indexes', makeIndexes],
    // Also marks pages that everybody may see, as autovacuum does in time; without it no plan can stay in an index.
    ['statistics', ['vacuum (analyze)']],
  ];
  for (const [what, statements] of steps) {
    onProgress(what);
    for (const statement of statements) await superuser.query(statement);
  }
  await superuser.query('set session_replication_role = origin');
  return countRows(superuser);
}

/** Takes down the indexes that uphold no constraint. @returns the statements that make them again, as they were */
async function dropIndexes(superuser: pg.Client): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index join pg_class on pg_class.oid = indrelid
     where relnamespace = any ($1::regnamespace[]) and relkind = 'r'
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    [schemas],
  );
  for (const { name } of rows) await superuser.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function countRows(superuser: pg.Client): Promise<Map<string, number>> {
  const { rows } = await superuser.query<{ name: string; count: number }>(
    `select relname as name, reltuples::float8 as count from pg_class
     where relnamespace = any ($1::regnamespace[]) and relkind = 'r' and reltuples > 0 order by reltuples desc`,
    [schemas],
  );
  return new Map(rows.map(({ name, count }) => [name, count]));
}
