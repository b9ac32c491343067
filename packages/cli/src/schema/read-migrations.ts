import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A function that callers can reach, and what it takes. */
export interface KnownFunction {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
}

/** What the migrations of this repository make. */
export interface KnownSchema {
  /** Versions, as Supabase's history has them. */
  readonly versions: readonly string[];
  readonly tables: readonly string[];
  readonly functions: readonly KnownFunction[];
}

const folder = fileURLToPath(new URL('../../../../supabase/migrations/', import.meta.url));

export async function readMigrations(): Promise<KnownSchema> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const sql = (await Promise.all(names.map((name) => readFile(`${folder}${name}`, 'utf8')))).join('\n');
  const tables = [...sql.matchAll(/create (?:table|(?:or replace )?view) public\.(\w+)/g)].flatMap(
    ([, name = '']) => name,
  );
  const functions = [...sql.matchAll(/create (?:or replace )?function public\.(\w+)\(([^)]*)\)/g)].map(
    ([, name = '', list = '']) => ({ name, parameters: parseParameters(list) }),
  );
  return {
    versions: names.map((name) => name.split('_')[0] ?? ''),
    tables: [...new Set(tables)],
    functions: [...new Map(functions.map((one) => [`${one.name}/${one.parameters.length}`, one])).values()],
  };
}

const parseParameters = (list: string) =>
  list
    .split(',')
    .map((part) => part.trim().split(/\s+/))
    .flatMap(([name = '', type = '']) => (name && type ? [{ name, type }] : []));
