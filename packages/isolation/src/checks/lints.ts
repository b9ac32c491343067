import type { Catalogue, ForeignKey } from '../catalogue/catalogue.ts';
import { leak, undecided } from '../report/recorder.ts';
import { type LintException, lintExceptions } from '../rules/lint-exceptions.ts';
import { tableRules } from '../rules/table-rules.ts';
import type { Session } from '../world/session.ts';
import type { Check } from './check.ts';

interface Lint {
  /** The number of the rule in Supabase's database linter. */
  rule: string;
  title: string;
  /** What the rule finds, each with what is wrong. */
  find(catalogue: Catalogue, session: Session): Promise<string[]> | string[];
  /** How many things it looked at. */
  count(catalogue: Catalogue): number;
}

const exposed = 'public';
const expressions = ({ using, check }: Catalogue['policies'][number]) =>
  [using, check].filter((part) => part !== null);

/** Calls that depend on the caller and not on the row: bare, they are made for every row. */
const perRow =
  /\b(auth\.(uid|jwt|role|email)\(\)|current_setting\(|private\.(my_brand_ids|system_brand_id)\()/gi;

const isCovered = ({ indexes }: Catalogue, { table, columns }: ForeignKey) =>
  indexes.some(
    (index) =>
      index.table === table &&
      columns.every((column) => index.columns.slice(0, columns.length).includes(column)),
  );

const callableBy = (role: string) => async (catalogue: Catalogue, session: Session) => {
  const rows = await session.read<{ name: string }>(
    `select distinct nspname || '.' || proname as name from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
     where nspname = $1 and prosecdef and has_function_privilege($2, pg_proc.oid, 'execute')`,
    [exposed, role],
  );
  return rows
    .map(({ name }) => name)
    .filter((name) => catalogue.functions.some((entry) => entry.name === name));
};

const definers = ({ functions }: Catalogue) => functions.filter(({ isDefiner }) => isDefiner).length;

/** Written from what the rules are about, as questions to the catalogue. */
const lints: Lint[] = [
  {
    rule: '0001',
    title: 'foreign key without an index',
    count: ({ foreignKeys }) => foreignKeys.length,
    find: (catalogue) =>
      catalogue.foreignKeys
        .filter((key) => !isCovered(catalogue, key))
        .map(({ table, name }) => `${table}.${name}`),
  },
  {
    rule: '0003',
    title: 'asked again for every row',
    count: ({ policies }) => policies.length,
    find: ({ policies }) =>
      policies
        .filter((policy) => expressions(policy).some((part) => perRowCalls(part).length > 0))
        .map(({ table, name }) => `${table}: "${name}"`),
  },
  {
    rule: '0006',
    title: 'several policies for one role and verb',
    count: ({ policies }) => policies.length,
    find: ({ policies }) => {
      const places = policies
        .filter(({ isPermissive }) => isPermissive)
        .flatMap(({ table, command, roles }) => roles.map((role) => `${table}: ${command} for ${role}`));
      return [...new Set(places.filter((place, index) => places.indexOf(place) !== index))];
    },
  },
  {
    rule: '0007',
    title: 'policies on a table whose row level security is off',
    count: ({ tables }) => tables.length,
    find: ({ tables, policies }) =>
      tables
        .filter(({ name, hasRowSecurity }) => !hasRowSecurity && policies.some(({ table }) => table === name))
        .map(({ name }) => name),
  },
  {
    rule: '0008',
    title: 'row level security without a policy',
    count: ({ tables }) => tables.length,
    find: ({ tables, policies }) =>
      tables
        .filter(({ name, schema }) => schema === exposed && !policies.some(({ table }) => table === name))
        .filter(({ name }) => !isClosed(name))
        .map(({ name }) => name),
  },
  {
    rule: '0010',
    title: "view with its owner's rights",
    count: ({ views }) => views.length,
    find: ({ views }) =>
      views
        .filter(
          ({ kind, options }) =>
            kind === 'view' && !options.some((option) => /^security_invoker=(true|on|1)$/.test(option)),
        )
        .map(({ name }) => name),
  },
  {
    rule: '0011',
    title: 'function whose search_path a caller can set',
    count: ({ functions }) => functions.length,
    find: ({ functions }) =>
      functions
        .filter(({ settings }) => !settings.some((setting) => /^search_path=(""|'')?$/.test(setting)))
        .map(({ name }) => name),
  },
  {
    rule: '0013',
    title: 'table without row level security in an exposed schema',
    count: ({ tables }) => tables.length,
    find: ({ tables }) =>
      tables
        .filter(({ schema, hasRowSecurity }) => schema === exposed && !hasRowSecurity)
        .map(({ name }) => name),
  },
  {
    rule: '0015',
    title: 'policy that trusts what people say of themselves',
    count: ({ policies }) => policies.length,
    find: ({ policies }) =>
      policies
        .filter((policy) =>
          expressions(policy).some((part) => /user_metadata|raw_user_meta_data/i.test(part)),
        )
        .map(({ table, name }) => `${table}: "${name}"`),
  },
  {
    rule: '0019',
    title: 'queue that the API reads',
    count: ({ schemas }) => schemas.length,
    find: ({ schemas, tables }) => [
      ...schemas.filter((schema) => schema === 'pgmq_public'),
      ...tables
        .filter(({ schema, hasRowSecurity }) => schema === 'pgmq' && !hasRowSecurity)
        .map(({ name }) => name),
    ],
  },
  {
    rule: '0023',
    title: 'secrets in a table without row level security',
    count: ({ tables }) => tables.length,
    find: ({ tables }) =>
      tables
        .filter(
          ({ hasRowSecurity, columns }) =>
            !hasRowSecurity && columns.some(({ name }) => /pass|secret|token|_hash|api_key|email/.test(name)),
        )
        .map(({ name }) => name),
  },
  {
    rule: '0024',
    title: 'policy that lets everybody write',
    count: ({ policies }) => policies.length,
    find: ({ policies }) =>
      policies
        .filter(({ command }) => command !== 'select')
        .filter((policy) => expressions(policy).some((part) => /^\(*\s*true\s*\)*$/i.test(part)))
        .map(({ table, name }) => `${table}: "${name}"`),
  },
  {
    rule: '0025',
    title: 'public bucket that can be listed',
    count: ({ buckets }) => buckets.length,
    find: ({ buckets }) => buckets.filter(({ isPublic }) => isPublic).map(({ id }) => id),
  },
  {
    rule: '0028',
    title: "function with its owner's rights for everybody",
    count: definers,
    find: callableBy('anon'),
  },
  {
    rule: '0029',
    title: "function with its owner's rights for whoever signs in",
    count: definers,
    find: callableBy('authenticated'),
  },
];

/** Supabase's linter, the rules that speak of isolation, as errors. */
export const checkLints: Check = async ({ catalogue, session }, recorder) => {
  const used = new Set<LintException>();
  for (const { rule, title, find, count } of lints) {
    const subject = { check: 'lints', who: 'everybody', how: `${rule} ${title}`, wall: 'policies' as const };
    const found = await find(catalogue, session);
    for (let clean = found.length; clean < count(catalogue); clean += 1) recorder.held();
    for (const object of found) {
      const exception = lintExceptions.find((entry) => entry.rule === rule && entry.object === object);
      if (exception) used.add(exception);
      recorder.note({ ...subject, what: object }, exception ? null : leak(title));
    }
  }
  for (const exception of lintExceptions) {
    recorder.note(
      { check: 'lints', what: exception.object, who: 'everybody', how: exception.rule, wall: 'policies' },
      used.has(exception) ? null : undecided('The exception finds nothing any more: remove it.'),
    );
  }
};

/** The calls of an expression that are made for every row of a table: those outside of a select of their own. */
export const perRowCalls = (expression: string): string[] => withoutSelects(expression).match(perRow) ?? [];

function withoutSelects(expression: string): string {
  const start = expression.search(/\(\s*select\b/i);
  if (start < 0) return expression;
  let depth = 0;
  let end = start;
  do {
    if (expression[end] === '(') depth += 1;
    if (expression[end] === ')') depth -= 1;
    end += 1;
  } while (depth > 0 && end < expression.length);
  return expression.slice(0, start) + withoutSelects(expression.slice(end));
}

const isClosed = (table: string) => {
  const rule = tableRules[table];
  return (
    rule !== undefined &&
    [rule.select, rule.insert, rule.update, rule.delete].every((who) => who.length === 0)
  );
};
