import { type Catalogue, requestRoles, type Table } from '../catalogue/catalogue.ts';
import { leak, type Problem, type Recorder, undecided, type Wall } from '../report/recorder.ts';
import { bucketRules } from '../rules/bucket-rules.ts';
import { functionRules } from '../rules/function-rules.ts';
import { tableRules } from '../rules/table-rules.ts';
import { isGranted, type Who } from '../rules/who.ts';
import type { Check } from './check.ts';

type Note = (what: string, how: string, problem: Problem | null, wall?: Wall) => void;

/** What the catalogue alone shows: a wall that is missing, or something that nobody has decided about. */
export const checkShape: Check = async ({ catalogue, session }, recorder) => {
  const note = noteOn(recorder);
  checkCoverage(catalogue, note);
  for (const table of catalogue.tables) checkTable(catalogue, table, note);
  checkForeignKeys(catalogue, note);
  checkPolicies(catalogue, note);
  checkRoles(catalogue, note);

  // What a migration makes next must be closed until it says otherwise.
  const before = `set local session authorization act_owner; create table public.made_next (id integer);
    create sequence public.numbered_next; create view public.seen_next as select 1 as one;
    create function public.called_next() returns integer language sql as 'select 1';
    create function private.called_next() returns integer language sql as 'select 1'; reset session authorization;`;
  const { rows } = await session.attempt('owner', {
    before,
    sql: `select role, has_any_column_privilege(role, 'public.made_next', 'select,insert,update') as a_table,
            has_table_privilege(role, 'public.made_next', 'delete,truncate') as rows,
            has_sequence_privilege(role, 'public.numbered_next', 'usage,select,update') as a_sequence,
            has_any_column_privilege(role, 'public.seen_next', 'select,insert,update') as a_view,
            has_function_privilege(role, 'public.called_next()', 'execute') as a_function,
            has_function_privilege(role, 'private.called_next()', 'execute') as a_helper
          from unnest($1::text[]) as role`,
    values: [[...requestRoles]],
  });
  for (const { role, ...rights } of rows) {
    for (const [kind, is] of Object.entries(rights)) {
      note(
        String(role),
        `rights on ${kind.replace('_', ' ')} made next`,
        is === false ? null : leak('has rights'),
      );
    }
  }
  const sequences = await session.read<{ role: string; name: string }>(
    `select role, oid::regclass::text as name from pg_class, unnest($1::text[]) as role
     where relkind = 'S' and relnamespace in ('public'::regnamespace, 'private'::regnamespace)
       and has_sequence_privilege(role, oid, 'usage,select,update')`,
    [[...requestRoles]],
  );
  const queueUsers = await session.read<{ role: string }>(
    `select role from unnest($1::text[]) as role where has_schema_privilege(role, '${queueSchema}', 'usage,create')`,
    [[...requestRoles]],
  );
  const isWorkerAlone = queueUsers.map(({ role }) => role).join() === 'act_worker';
  note(
    queueSchema,
    'grants',
    isWorkerAlone ? null : leak(`is open to ${queueUsers.map(({ role }) => role).join(', ') || 'nobody'}`),
  );
  note(
    'sequences',
    'grants',
    sequences.length === 0 ? null : leak(sequences.map(({ role, name }) => `${role} on ${name}`).join(', ')),
  );
};

const noteOn =
  (recorder: Recorder): Note =>
  (what, how, problem, wall = 'policies') =>
    recorder.note({ check: 'shape', what, who: 'everybody', how, wall }, problem);

/** Tickets that wake workers, and nothing of any brand: its tables are @act/worker's, made when one starts. */
const queueSchema = 'pgboss';

/** Everything there is has a rule, and every rule is about something that there is. */
function checkCoverage({ schemas, tables, views, functions, buckets }: Catalogue, note: Note): void {
  for (const schema of schemas) {
    const isKnown = ['public', 'private', queueSchema].includes(schema);
    note(schema, 'schema', isKnown ? null : undecided('Nobody has decided about this schema.'));
  }
  for (const { name } of views) note(name, 'view', undecided('There is no rule for this view.'));
  for (const { id, isPublic } of buckets) {
    const rule = bucketRules[id];
    note(id, 'bucket', rule ? null : undecided('There is no rule for this bucket in rules/bucket-rules.ts.'));
    note(id, 'public bucket', isPublic ? leak('Everybody reads it by address.') : null);
  }
  const isThere = (names: string[], rules: object, kind: string) => {
    for (const name of Object.keys(rules)) {
      note(
        name,
        kind,
        names.includes(name) ? null : undecided(`The rule is about a ${kind} that is not there.`),
      );
    }
  };
  isThere(
    tables.map(({ name }) => name),
    tableRules,
    'table',
  );
  isThere(
    functions.map(({ name }) => name),
    functionRules,
    'function',
  );
  isThere(
    buckets.map(({ id }) => id),
    bucketRules,
    'bucket',
  );
  for (const { name } of functions) {
    const count = functions.filter((entry) => entry.name === name).length;
    note(name, 'one function of a name', count === 1 ? null : undecided('Two functions share a name.'));
  }
}

const hasBrand = ({ columns }: Table) => columns.some(({ name }) => name === 'brand_id');

function checkTable({ foreignKeys, indexes, triggers }: Catalogue, table: Table, note: Note): void {
  const { name, schema, columns } = table;
  note(name, 'row level security', table.hasRowSecurity ? null : leak('Row level security is off.'));
  if (schema === 'storage') return;
  const rule = tableRules[name];
  const own = foreignKeys.filter((key) => key.table === name);

  for (const column of columns) {
    const isKeyed = own.some((key) => key.columns.includes(column.name));
    const isPrimary = table.primaryKey.length === 1 && table.primaryKey[0] === column.name;
    if (column.type === 'uuid' && !isPrimary) {
      note(name, `${column.name}: key`, isKeyed ? null : leak('No foreign key holds it.'), 'keys');
    }
    if (column.type === 'uuid[]') {
      const isMirrored = rule?.lists?.[column.name] !== undefined;
      note(
        name,
        `${column.name}: list`,
        isMirrored ? null : undecided('No rule says what holds it.'),
        'keys',
      );
    }
    if (/(^|_)(path|url|urls|paths)$/.test(column.name)) {
      const isRuled = rule?.paths?.[column.name] !== undefined;
      note(name, `${column.name}: path`, isRuled ? null : undecided('No rule says its bucket.'), 'keys');
    }
  }
  if (!hasBrand(table)) return;
  const isFound = indexes.some(
    (index) => index.table === name && index.columns[0] === 'brand_id' && !index.isPartial,
  );
  note(name, 'index on the brand', isFound ? null : leak('No index leads with brand_id.'));
  const isFixed = triggers.some(
    (trigger) =>
      trigger.table === name &&
      trigger.function === 'private.keep_brand' &&
      trigger.isEnabled &&
      /BEFORE UPDATE ON/.test(trigger.definition) &&
      !/ WHEN /.test(trigger.definition),
  );
  note(
    name,
    'brand_id never changes',
    isFixed ? null : leak('No trigger keeps rows in their brand.'),
    'keys',
  );
  const isRooted = own.some((key) => key.columns.includes('brand_id')) || rule?.isRootless === true;
  note(name, 'belongs to a brand', isRooted ? null : leak('No key leads to its brand.'), 'keys');
  const brandColumn = columns.find((column) => column.name === 'brand_id');
  note(name, 'brand_id is given', brandColumn?.isNullable ? leak('brand_id may be null.') : null, 'keys');
}

function checkForeignKeys({ foreignKeys, tables }: Catalogue, note: Note): void {
  const withBrand = new Set(tables.filter(hasBrand).map(({ name }) => name));
  for (const { table, name, columns, parent, parentColumns } of foreignKeys) {
    if (!withBrand.has(parent)) continue;
    const place = columns.indexOf('brand_id');
    const isComposite = place >= 0 && parentColumns[place] === 'brand_id';
    note(
      `${table}.${name}`,
      'composite key',
      isComposite ? null : leak(`refers to ${parent} without the brand`),
      'keys',
    );
  }
}

function checkPolicies({ policies }: Catalogue, note: Note): void {
  for (const { table, name, command, roles, isPermissive, using, check } of policies) {
    const what = `${table}: "${name}"`;
    const family = roles.length === 1 ? roles[0] : undefined;
    const isOwnRole = family === 'authenticated' || family === 'act_system';
    note(what, 'role', isOwnRole ? null : leak(`is for ${roles.join(', ')}`));
    if (command === 'all') {
      note(what, 'verb', undecided('is for every verb'));
    } else if (isPermissive && family) {
      const allowed = allowedBy(table, command);
      const role = requestRoles.find((known) => known === family);
      const isRuled = allowed !== null && role !== undefined && isGranted(allowed, role);
      note(what, 'rule', isRuled ? null : undecided(`No rule lets ${family} ${command} there.`));
    }
    const isBrandless = tableRules[table]?.brandColumn === null;
    const isOpen = [using, check].some((expression) => expression !== null && isTrue(expression));
    note(what, 'asks something', isOpen && !isBrandless ? leak('lets everybody in') : null);
    if (command === 'update') {
      note(what, 'before and after', using && check ? null : leak('asks only about one of them'));
    }
  }
}

const isTrue = (expression: string) => /^\(*\s*(true|1\s*=\s*1)\s*\)*$/i.test(expression);

function allowedBy(table: string, verb: 'select' | 'insert' | 'update' | 'delete'): readonly Who[] | null {
  if (table !== 'storage.objects') return tableRules[table]?.[verb] ?? null;
  const rules = Object.values(bucketRules);
  if (verb === 'select') return rules.flatMap(({ read }) => read);
  if (verb === 'insert') return rules.flatMap(({ add }) => add);
  return verb === 'delete' ? rules.flatMap(({ remove }) => remove) : [];
}

/** What each role may be besides itself. */
const memberships: Readonly<Record<string, readonly string[]>> = {
  anon: [],
  authenticated: [],
  service_role: [],
  // The only way into Supabase's own schemas; an anonymous caller has no right of ours to inherit.
  act_system: ['anon'],
  act_worker: [],
  authenticator: ['anon', 'authenticated', 'service_role', 'act_system'],
};

function checkRoles({ roles }: Catalogue, note: Note): void {
  for (const [name, expected] of Object.entries(memberships)) {
    const role = roles.find((entry) => entry.name === name);
    const further = role?.memberOf.filter((other) => !expected.includes(other)) ?? [];
    note(name, 'member of', further.length > 0 ? leak(`may be ${further.join(', ')}`) : null, 'tokens');
    const isStrong = role?.isSuperuser || (role?.bypassesRowSecurity && name !== 'service_role');
    note(name, 'bound by policies', isStrong ? leak('bypasses row level security') : null, 'tokens');
  }
}
