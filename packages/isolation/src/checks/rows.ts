import { type Actor, actors } from '../actors/actors.ts';
import { quoteName, type Table, type Verb } from '../catalogue/catalogue.ts';
import { denied, leak, type Recorder, undecided } from '../report/recorder.ts';
import type { TableRule } from '../rules/table-rule.ts';
import { tableRules } from '../rules/table-rules.ts';
import { isAllowed, isGranted, type RowFacts } from '../rules/who.ts';
import { privateBrand } from '../world/people.ts';
import type { Session } from '../world/session.ts';
import { type Check, isInFocus } from './check.ts';
import { judge } from './judge.ts';
import { listNewRows } from './new-rows.ts';
import { identityOf, quoteColumn, readRows, type SeededRow, toCondition } from './seeded-rows.ts';

interface Trial {
  session: Session;
  recorder: Recorder;
  table: Table;
  rule: TableRule;
  rows: SeededRow[];
}

/** Every table, every verb, every actor, on rows of their own brand and of others. */
export const checkRows: Check = async ({ catalogue, session }, recorder, focus) => {
  for (const table of catalogue.tables) {
    if (table.schema === 'storage' || !isInFocus(focus, table.name)) continue;
    const rule = tableRules[table.name];
    if (!rule) {
      recorder.note(
        { check: 'rows', what: table.name, who: 'everybody', how: 'every verb', wall: 'policies' },
        undecided('There is no rule for this table in rules/table-rules.ts.'),
      );
      continue;
    }
    const trial = { session, recorder, table, rule, rows: await readRows(session, table, rule) };
    if (trial.rows.length === 0) {
      recorder.note(
        { check: 'rows', what: table.name, who: 'everybody', how: 'every verb', wall: 'policies' },
        undecided('The seed puts no row into this table.'),
      );
    }
    for (const actor of actors) {
      await tryReading(trial, actor);
      await tryInserting(trial, actor);
      for (const verb of ['update', 'delete'] as const) await tryChanging(trial, actor, verb);
    }
  }
};

const subject = ({ table }: Trial, actor: Actor, how: string) => ({
  ...{ check: 'rows', what: table.name, who: actor.name, how },
  wall: actor.databaseRole === 'act_system' ? ('tokens' as const) : ('policies' as const),
});

function noteAbility(
  { recorder, table }: Trial,
  actor: Actor,
  verb: Verb,
  { brandId, isPrivate }: RowFacts,
): void {
  recorder.able({ what: table.name, who: actor.name, verb, brandId, isPrivate });
}

const describe = ({ values, facts }: SeededRow): string =>
  `${facts.isPrivate ? "somebody's private row" : 'a row'} of ${facts.brandId ?? 'no brand'}${values.status ? ` (${values.status})` : ''}`;

async function tryReading(trial: Trial, actor: Actor): Promise<void> {
  const { session, recorder, table, rule, rows } = trial;
  const identity = identityOf(table, rule);
  const columns = identity.map((column) => `${quoteColumn(column)}::text`).join(', ');
  const sql = `select ${columns} from ${quoteName(table.name)}`;
  const outcome = await session.attempt(actor, { sql });
  if (!isGranted(rule.select, actor.databaseRole)) {
    recorder.note(subject(trial, actor, 'select'), judge(outcome, { expected: 'refused', brandId: null }));
    return;
  }
  const key = (row: Record<string, unknown>) => JSON.stringify(identity.map((column) => row[column]));
  const seen = new Set(outcome.rows.map(key));
  for (const row of rows) {
    const isSeen = seen.has(key(row.values));
    const mayBeSeen = isAllowed(rule.select, actor, row.facts);
    const how = `select ${describe(row)}`;
    if (isSeen === mayBeSeen) recorder.held();
    else {
      recorder.note(
        subject(trial, actor, how),
        isSeen ? leak('It is seen.') : denied(outcome.code ? outcome.message : 'It is not seen.'),
      );
    }
    if (isSeen) noteAbility(trial, actor, 'select', row.facts);
  }
  // Nobody counts what they do not see.
  const counted = await session.attempt(actor, {
    sql: `select count(*)::int as amount from ${quoteName(table.name)}`,
  });
  const visible = rows.filter(({ facts }) => isAllowed(rule.select, actor, facts)).length;
  recorder.note(
    subject(trial, actor, 'count'),
    Number(counted.rows[0]?.amount ?? 0) > visible
      ? leak(`counts ${counted.rows[0]?.amount} of ${visible}`)
      : null,
  );
}

async function tryInserting(trial: Trial, actor: Actor): Promise<void> {
  const { session, recorder, table, rule } = trial;
  const hasGrant = isGranted(rule.insert, actor.databaseRole);
  for (const { values, facts, place } of listNewRows(table, actor).slice(0, hasGrant ? undefined : 1)) {
    const names = Object.keys(values);
    const typed = names.map((name, index) => `$${index + 1}::${typeOf(table, name)}`);
    const outcome = await session.attempt(actor, {
      sql: `insert into ${quoteName(table.name)} (${names.map(quoteColumn).join(', ')}) values (${typed.join(', ')})`,
      values: Object.values(values),
    });
    const isDone = hasGrant && isAllowed(rule.insert, actor, facts);
    const problem = judge(outcome, { expected: isDone ? 'done' : 'refused', brandId: facts.brandId });
    recorder.note(subject(trial, actor, `insert ${place}`), problem);
    if (outcome.code === null) noteAbility(trial, actor, 'insert', facts);
  }
}

async function tryChanging(trial: Trial, actor: Actor, verb: 'update' | 'delete'): Promise<void> {
  const { session, recorder, rule } = trial;
  const hasGrant = isGranted(rule[verb], actor.databaseRole);
  for (const row of distinctRows(trial).slice(0, hasGrant ? undefined : 1)) {
    const outcome = await session.attempt(actor, toStatement(trial, actor, row, verb));
    const isMeant = isAllowed(rule[verb], actor, row.facts) && isDeletable(rule, row, verb);
    const expected = !hasGrant ? 'refused' : isMeant ? 'done' : 'nothing';
    const problem = judge(outcome, { expected, brandId: row.facts.brandId });
    recorder.note(subject(trial, actor, `${verb} ${describe(row)}`), problem);
    if (outcome.code === null && outcome.rowCount > 0) noteAbility(trial, actor, verb, row.facts);
  }
}

/** One row of each kind that rules can tell apart. */
function distinctRows({ rows, rule }: Trial): SeededRow[] {
  const kinds = new Map<string, SeededRow>();
  for (const row of rows) {
    if (row.facts.brandId === privateBrand) continue;
    const { isPrivate, isUsed, brandId } = row.facts;
    const state = rule.deletable ? row.values[rule.deletable.column] : null;
    const kind = JSON.stringify([brandId, isPrivate, isUsed, state, row.values.role ?? null]);
    if (!kinds.has(kind)) kinds.set(kind, row);
  }
  return [...kinds.values()];
}

function toStatement({ table, rule }: Trial, actor: Actor, row: SeededRow, verb: 'update' | 'delete') {
  const identity = identityOf(table, rule);
  if (verb === 'delete') {
    const { sql, values } = toCondition(row, identity);
    return { sql: `delete from ${quoteName(table.name)} where ${sql}`, values };
  }
  const column = updatedColumn(table, rule, actor);
  const { sql, values } = toCondition(row, identity, 2);
  return {
    sql: `update ${quoteName(table.name)} set ${quoteColumn(column)} = $1::${typeOf(table, column)} where ${sql}`,
    values: [row.values[column], ...values],
  };
}

/** A column that this kind of caller may change, if there is any. */
function updatedColumn(table: Table, { columns }: TableRule, { databaseRole }: Actor): string {
  const own =
    databaseRole === 'act_system'
      ? columns?.system
      : databaseRole === 'service_role'
        ? columns?.service
        : columns?.people;
  const granted = own?.update ?? columns?.people?.update ?? columns?.system?.update;
  const fallback = table.columns.find(
    ({ name, isGenerated }) => !table.primaryKey.includes(name) && !isGenerated,
  );
  return (
    (granted && granted !== 'every' ? granted[0] : undefined) ?? fallback?.name ?? table.primaryKey[0] ?? ''
  );
}

const isDeletable = ({ deletable }: TableRule, row: SeededRow, verb: Verb) =>
  verb !== 'delete' || !deletable || deletable.values.includes(row.values[deletable.column] ?? '');

export const typeOf = (table: Table, column: string): string =>
  table.columns.find(({ name }) => name === column)?.type ?? 'text';
