import { type Actor, admin, member, service, system } from '../actors/actors.ts';
import { quoteName, type RequestRole, requestRoles, type Table } from '../catalogue/catalogue.ts';
import { denied, leak, type Recorder } from '../report/recorder.ts';
import type { ColumnGrants, TableRule } from '../rules/table-rule.ts';
import { tableRules } from '../rules/table-rules.ts';
import { isAllowed, isGranted } from '../rules/who.ts';
import type { Session } from '../world/session.ts';
import { type Check, isInFocus } from './check.ts';
import { judge } from './judge.ts';
import { listNewRows } from './new-rows.ts';
import { typeOf } from './rows.ts';
import { identityOf, quoteColumn, readRows, toCondition } from './seeded-rows.ts';

const columnRights = ['select', 'insert', 'update'] as const;
type ColumnRight = (typeof columnRights)[number];

/** Every column of every table: who may name it in a statement, by the catalogue and by trying. */
export const checkColumns: Check = async ({ catalogue, session }, recorder, focus) => {
  for (const table of catalogue.tables) {
    const rule = tableRules[table.name];
    if (!rule || !isInFocus(focus, table.name)) continue;
    await compareGrants(session, recorder, table, rule);
    for (const actor of [admin, member, system, service]) {
      await tryUpdating(session, recorder, table, rule, actor);
      await tryInserting(session, recorder, table, rule, actor);
    }
  }
};

/** What the rule lets this database role name. */
function mayName(rule: TableRule, role: RequestRole, right: ColumnRight, column: string): boolean {
  if (!isGranted(rule[right], role)) return false;
  const listed = grantsOf(rule, role)?.[right] ?? (right === 'select' ? 'every' : []);
  return listed === 'every' || listed.includes(column);
}

function grantsOf({ columns }: TableRule, role: RequestRole): ColumnGrants | undefined {
  if (role === 'act_system') return columns?.system;
  return role === 'service_role' ? columns?.service : columns?.people;
}

async function compareGrants(
  session: Session,
  recorder: Recorder,
  table: Table,
  rule: TableRule,
): Promise<void> {
  const granted = await session.read<{ role: RequestRole; right: ColumnRight; column: string; is: boolean }>(
    `select role, right_name as right, attname as column, has_column_privilege(role, attrelid, attnum, right_name) as is
     from pg_attribute, unnest($2::text[]) as role, unnest($3::text[]) as right_name
     where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [quoteName(table.name), [...requestRoles], [...columnRights]],
  );
  for (const { role, right, column, is } of granted) {
    const should = mayName(rule, role, right, column);
    const found = `has${is ? '' : ' not'} the right to ${right} ${column}`;
    recorder.note(
      { check: 'columns', what: table.name, who: role, how: `grant ${right} (${column})`, wall: 'policies' },
      is === should ? null : is ? leak(found) : denied(found),
    );
  }
  const wide = await session.read<{ role: RequestRole; right: string; is: boolean }>(
    `select role, right_name as right, has_table_privilege(role, $1::regclass, right_name) as is
     from unnest($2::text[]) as role, unnest('{delete,truncate,references,trigger}'::text[]) as right_name`,
    [quoteName(table.name), [...requestRoles]],
  );
  for (const { role, right, is } of wide) {
    const should = right === 'delete' && isGranted(rule.delete, role);
    recorder.note(
      { check: 'columns', what: table.name, who: role, how: `grant ${right}`, wall: 'policies' },
      is === should ? null : is ? leak('has the right') : denied('has not the right'),
    );
  }
}

async function tryUpdating(
  session: Session,
  recorder: Recorder,
  table: Table,
  rule: TableRule,
  actor: Actor,
): Promise<void> {
  const rows = await readRows(session, table, rule);
  const row = rows.find(({ facts }) => isAllowed(rule.update, actor, facts));
  if (!row) return;
  for (const { name, type, isGenerated } of table.columns) {
    if (isGenerated) continue;
    const { sql, values } = toCondition(row, identityOf(table, rule), 2);
    const outcome = await session.attempt(actor, {
      sql: `update ${quoteName(table.name)} set ${quoteColumn(name)} = $1::${type} where ${sql}`,
      values: [row.values[name], ...values],
    });
    const expected = mayName(rule, actor.databaseRole, 'update', name) ? 'done' : 'refused';
    recorder.note(
      { check: 'columns', what: table.name, who: actor.name, how: `update ${name}`, wall: 'policies' },
      judge(outcome, { expected, brandId: row.facts.brandId }),
    );
  }
}

async function tryInserting(
  session: Session,
  recorder: Recorder,
  table: Table,
  rule: TableRule,
  actor: Actor,
): Promise<void> {
  const base = listNewRows(table, actor).find(({ facts }) => isAllowed(rule.insert, actor, facts));
  if (!base) return;
  const [sample] = await readRows(session, table, rule);
  for (const { name, isGenerated } of table.columns) {
    if (isGenerated || name in base.values || mayName(rule, actor.databaseRole, 'insert', name)) continue;
    const sent = { ...base.values, [name]: sample?.values[name] ?? null };
    const names = Object.keys(sent);
    const typed = names.map((column, index) => `$${index + 1}::${typeOf(table, column)}`);
    const outcome = await session.attempt(actor, {
      sql: `insert into ${quoteName(table.name)} (${names.map(quoteColumn).join(', ')}) values (${typed.join(', ')})`,
      values: Object.values(sent),
    });
    recorder.note(
      { check: 'columns', what: table.name, who: actor.name, how: `insert with ${name}`, wall: 'policies' },
      judge(outcome, { expected: 'refused', brandId: base.facts.brandId }),
    );
  }
}
